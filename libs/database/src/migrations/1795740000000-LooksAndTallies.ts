import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What sweeps have to look at, so that they need not look at everything (decision 48). */
const LOOKS = `
  create table to_look_at (
    id bigint generated always as identity primary key,
    sweep text not null check (sweep in ('mask','index','term','hold','object_lock')),
    subject_id uuid not null,
    due_at timestamptz not null default now()
  );
  create index to_look_at_due on to_look_at (sweep, due_at, id);
  -- How far a sweep has marked everything that there is, for this version of what it goes by.
  create table sweep_walk (
    sweep text primary key,
    version text not null,
    after_id uuid not null,
    ended_at timestamptz
  );
  grant select, insert, update, delete on to_look_at, sweep_walk to shouwen_runtime;
`;

const marks = (name: string, subjects: string): string => `
  create function ${name}() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) ${subjects};
    return null;
  end $$;`;

const onStatement = (table: string, event: 'insert' | 'update' | 'delete', name: string): string => `
  create trigger ${table}_${name}_${event} after ${event} on ${table} referencing ${event === 'delete' ? 'old' : 'new'} table as changed
    for each statement execute function ${name}();`;

/** Words to be looked through and made searchable. A mark too many costs one look; one too few leaves a recording unheard. */
const WORDS = [
  marks('mark_words', `select sweep, recording_id from changed, unnest(array['mask','index']) sweep`),
  marks('mark_masking', `select distinct 'mask', recording_id from changed`),
  marks(
    'mark_masking_of_words',
    `select distinct 'mask', recording_id from transcript where id in (select transcript_id from changed)`,
  ),
  onStatement('transcript', 'insert', 'mark_words'),
  onStatement('masked_sound', 'update', 'mark_masking'),
  onStatement('masked_sound', 'delete', 'mark_masking'),
  onStatement('recording_cut', 'insert', 'mark_masking'),
  onStatement('redaction', 'insert', 'mark_masking_of_words'),
  onStatement('redaction', 'update', 'mark_masking_of_words'),
].join('\n');

/**
 * Whether a term that is over may be acted on. `settled`: it is held, restricted or ordered; whatever changes that opens it again. The
 * updates are unconditional, so that they wait for a sweep that is about to settle the same term, and come after it.
 */
const TERMS = `
  alter table retention_term add column settled boolean not null default false;
  create index retention_term_open on retention_term (version, keep_until, recording_id) where not settled;
  ${marks('mark_new_recordings', `select 'term', id from changed`)}
  ${onStatement('recording', 'insert', 'mark_new_recordings')}
  create function recording_state_told() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.custody = 'sealed' and exists (select 1 from transcript where recording_id = new.id) then
      insert into to_look_at (sweep, subject_id) values ('mask', new.id);
    end if;
    if new.custody in ('captured','sealed') and not new.restricted then
      update retention_term set settled = false where recording_id = new.id;
    end if;
    if new.custody = 'destroyed' then
      update evidence_export set recording_gone_at = now() where state <> 'gone' and recording_gone_at is null
        and request_id in (select request_id from legal_request_recording where recording_id = new.id);
    end if;
    return null;
  end $$;
  create trigger recording_state_told after update on recording for each row
    when (old.custody is distinct from new.custody or old.restricted is distinct from new.restricted or old.cut_deferred is distinct from new.cut_deferred)
    execute function recording_state_told();
`;

/** Packages of evidence that hold a recording which is gone by now, or was cut since. */
const EXPORTS = `
  alter table evidence_export add column recording_gone_at timestamptz;
  create function evidence_export_cut() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    update evidence_export set recording_gone_at = now() where state = 'ready' and recording_gone_at is null and ready_at <= new.cut_at
      and request_id in (select request_id from legal_request_recording where recording_id = new.recording_id);
    return null;
  end $$;
  create trigger recording_cut_ends_exports after insert on recording_cut for each row execute function evidence_export_cut();
  create function evidence_export_ready() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if exists (select from legal_request_recording listed join recording on recording.id = recording_id
        where listed.request_id = new.request_id and (custody = 'destroyed'
          or exists (select from recording_cut cut where cut.recording_id = recording.id and cut_at >= new.ready_at))) then
      new.recording_gone_at := now();
    end if;
    return new;
  end $$;
  create trigger evidence_export_ready before update on evidence_export for each row
    when (new.state = 'ready' and old.state <> 'ready') execute function evidence_export_ready();
  update evidence_export set recording_gone_at = now() where state = 'ready' and exists (
    select from legal_request_recording listed join recording on recording.id = recording_id
    where listed.request_id = evidence_export.request_id
      and (custody = 'destroyed' or exists (select from recording_cut cut where cut.recording_id = recording.id and cut_at >= ready_at)));
`;

/** Calls that a hold by rule may cover now; what a hold began or ceased to keep. */
const HOLDS = `
  -- When every call there was had been asked whether the rule covers it; null: to be asked.
  alter table legal_hold add column swept_at timestamptz;
  grant update (swept_at) on legal_hold to shouwen_runtime;
  create function mark_call_for_holds() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) values ('hold', case tg_table_name when 'call' then new.id else (to_jsonb(new)->>'call_id')::uuid end);
    return null;
  end $$;
  create trigger call_marks_insert after insert on call for each row execute function mark_call_for_holds();
  create trigger call_marks_update after update on call for each row
    when ((old.matter_id, old.direction, old.customer, old.started_at) is distinct from (new.matter_id, new.direction, new.customer, new.started_at))
    execute function mark_call_for_holds();
  create trigger leg_marks_insert after insert on leg for each row execute function mark_call_for_holds();
  create trigger leg_marks_update after update on leg for each row
    when ((old.team_id, old.person_id, old.call_id) is distinct from (new.team_id, new.person_id, new.call_id))
    execute function mark_call_for_holds();
  -- What a rule means changes with whose a team is, and with the site's time zone.
  create function rules_of_holds_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update legal_hold set swept_at = null where rule is not null and released_at is null;
    return null;
  end $$;
  revoke all on function rules_of_holds_changed() from public;
  create trigger team_changes_rules after update on team for each row when (old.client_id is distinct from new.client_id)
    execute function rules_of_holds_changed();
  create trigger company_changes_rules after update on company for each row
    when (old.profile->>'timeZone' is distinct from new.profile->>'timeZone') execute function rules_of_holds_changed();

  ${marks('mark_held_calls', `select distinct 'object_lock', call_id from changed`)}
  ${onStatement('custody_hold', 'insert', 'mark_held_calls')}
  create function custody_released() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'object_lock', call_id from changed;
    insert into to_look_at (sweep, subject_id)
      select 'mask', id from recording where cut_deferred and call_id in (select call_id from changed);
    -- In one order, so that two who do so do not wait for each other in a ring.
    perform 1 from retention_term where recording_id in (select id from recording where call_id in (select call_id from changed))
      order by recording_id for update;
    update retention_term set settled = false
      where recording_id in (select id from recording where call_id in (select call_id from changed));
    return null;
  end $$;
  create trigger custody_hold_released after update on custody_hold referencing new table as changed
    for each statement execute function custody_released();
  create function mark_object_of_held() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'object_lock', recording.call_id from changed
      join recording on recording.id = changed.recording_id
      where exists (select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null);
    return null;
  end $$;
  ${onStatement('stored_object', 'insert', 'mark_object_of_held')}
  -- Those that are held when this begins.
  insert into to_look_at (sweep, subject_id) select distinct 'object_lock', call_id from custody_hold where released_at is null
    union select 'object_lock', call_id from stored_object join recording on recording.id = recording_id where locked_at is not null;
`;

/**
 * Figures that boards show, kept as they change. Changes are added as rows and folded in by the clock: a counter that everybody updates
 * would have everybody wait for everybody.
 */
const TALLIES = `
  create table tally (
    of text not null,
    key text not null,
    n bigint not null,
    bytes numeric not null,
    primary key (of, key)
  );
  create table tally_change (
    id bigint generated always as identity primary key,
    of text not null,
    key text not null,
    n bigint not null,
    bytes numeric not null default 0
  );
  create function call_stage_tallied() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if tg_op = 'INSERT' then
      insert into tally_change (of, key, n) select 'call_stage', stage, count(*) from added group by stage;
    elsif tg_op = 'DELETE' then
      insert into tally_change (of, key, n) select 'call_stage', stage, -count(*) from removed group by stage;
    else
      insert into tally_change (of, key, n)
        select 'call_stage', stage, sum(n) from (select stage, 1 as n from added union all select stage, -1 from removed) moved
        group by stage having sum(n) <> 0;
    end if;
    return null;
  end $$;
  create function object_tallied() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if tg_op = 'INSERT' then
      insert into tally_change (of, key, n, bytes) select 'object', kind, count(*), sum(plain_bytes) from added group by kind;
      insert into tally_change (of, key, n) select 'copied', '', count(*) from added where copied_at is not null having count(*) > 0;
    elsif tg_op = 'DELETE' then
      insert into tally_change (of, key, n, bytes) select 'object', kind, -count(*), -sum(plain_bytes) from removed group by kind;
      insert into tally_change (of, key, n) select 'copied', '', -count(*) from removed where copied_at is not null having count(*) > 0;
    else
      insert into tally_change (of, key, n, bytes)
        select 'object', kind, sum(n), sum(bytes)
        from (select kind, 1 as n, plain_bytes as bytes from added union all select kind, -1, -plain_bytes from removed) moved
        group by kind having sum(n) <> 0 or sum(bytes) <> 0;
      insert into tally_change (of, key, n) select 'copied', '', sum(n)
        from (select 1 as n from added where copied_at is not null union all select -1 from removed where copied_at is not null) moved
        having sum(n) <> 0;
    end if;
    return null;
  end $$;
  revoke all on function call_stage_tallied(), object_tallied() from public;
  ${(['call', 'stored_object'] as const)
    .map((table) => {
      const run = `for each statement execute function ${table === 'call' ? 'call_stage_tallied' : 'object_tallied'}();`;
      return `
  create trigger ${table}_tallied_insert after insert on ${table} referencing new table as added ${run}
  create trigger ${table}_tallied_update after update on ${table} referencing new table as added old table as removed ${run}
  create trigger ${table}_tallied_delete after delete on ${table} referencing old table as removed ${run}`;
    })
    .join('')}
  insert into tally (of, key, n, bytes) select 'call_stage', stage, count(*), 0 from call group by stage;
  insert into tally (of, key, n, bytes) select 'object', kind, count(*), sum(plain_bytes) from stored_object group by kind;
  insert into tally (of, key, n, bytes) select 'copied', '', count(*), 0 from stored_object where copied_at is not null;
  create function fold_tallies(most int) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
  declare folded int;
  begin
    with gone as (
      delete from tally_change where id in (select id from tally_change order by id limit most for update skip locked)
      returning of, key, n, bytes),
    summed as (
      insert into tally as kept (of, key, n, bytes) select of, key, sum(n), sum(bytes) from gone group by of, key order by of, key
      on conflict (of, key) do update set n = kept.n + excluded.n, bytes = kept.bytes + excluded.bytes)
    select count(*) into folded from gone;
    return folded;
  end $$;
  revoke all on function fold_tallies(int) from public;
  grant execute on function fold_tallies(int) to shouwen_runtime;
  grant select on tally, tally_change to shouwen_runtime;
`;

/** What is due, for queries that ran over what is past; and one index that doubled a unique one. */
const INDEXES = `
  drop index recording_key;
  create index work_due_of_job on work (job, due_at, id) where done_at is null and failed_at is null;
  create index object_write_started on object_write (started_at);
  create index sign_in_delay_until on sign_in_delay (delayed_until);
  create index session_remembered on session (expires_at) where browser is not null;
  create index data_request_recording_unsettled on data_request_recording (request_id) where outcome in ('ordered','held');
  create index data_request_agreed on data_request (id) where state = 'agreed';
  create index request_grant_exports on request_grant (expires_at) where action = 'evidence_export' and revoked_at is null;
  create index legal_request_opened on legal_request (id) where state = 'opened';
  create index legal_hold_by_rule on legal_hold (id) where rule is not null and released_at is null;
`;

/** Sweeps and boards touch what is due, not what is past (decision 48). */
export class LooksAndTallies1795740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LOOKS, WORDS, EXPORTS, TERMS, HOLDS, TALLIES, INDEXES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
