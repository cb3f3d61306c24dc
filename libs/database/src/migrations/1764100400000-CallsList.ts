import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the list of calls filters and sorts by, a row for each leg (decision 20). It is derived: triggers write it in the transaction that
 * changed a call, a leg, a recording or a score, so that it is never behind and nobody can forget it. The product itself may only read it.
 */
const LISTED_LEG = `
  create table listed_leg (
    leg_id uuid primary key references leg (id) on delete cascade,
    call_id uuid not null,
    started_at timestamptz not null,
    team_id uuid not null,
    person_id uuid not null,
    language text not null,
    direction text not null,
    stage text not null,
    stage_reason text,
    duration_ms int,
    -- Of the scorecard that counts, 0–100; null where none does, or where it gives no total.
    points_percent double precision,
    coverage_percent double precision,
    -- 'item:outcome:source' and 'any:outcome:source' of the card that the row shows.
    results text[] not null default '{}',
    -- The masked customer and the matter, as shown, in small letters.
    words text not null default ''
  );
  create function shown_words(text) returns text language sql immutable parallel safe
    as $$ select lower(normalize(coalesce($1, ''), NFKC)) $$;
  -- Pairs of neighbouring characters, and single ones that are words by themselves (Han and what comes after it).
  create function word_grams(text) returns text[] language sql immutable parallel safe
    as $$ select coalesce(array_agg(distinct gram), '{}') from generate_series(1, length($1)) at,
      lateral (values (substr($1, at, 2)), (substr($1, at, 1))) grams (gram)
      where length(gram) = 2 or ascii(gram) > 11904 $$;
  -- What is often asked beside is in the index, so that rows which do not match need not be fetched to find out.
  create index listed_leg_newest on listed_leg (started_at desc, call_id desc) include (team_id, person_id, language, direction);
  create index listed_leg_team on listed_leg (team_id, started_at desc, call_id desc) include (person_id, language, direction);
  create index listed_leg_person on listed_leg (person_id, started_at desc, call_id desc);
  create index listed_leg_stage on listed_leg (stage, started_at desc, call_id desc);
  create index listed_leg_team_stage on listed_leg (team_id, stage, started_at desc, call_id desc);
  create index listed_leg_results on listed_leg using gin (results);
  create index listed_leg_words on listed_leg using gin (word_grams(words));
  create index listed_leg_call on listed_leg (call_id);
`;

/**
 * The one place where the derived row is made. Locks the calls first, as everything does that changes a call: two changes of one call then
 * follow each other, the later one reads what the earlier wrote, and neither waits for the other crosswise.
 */
const REFRESH = `
  create function refresh_listed_legs(ids uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform 1 from call where id in (select call_id from leg where leg.id = any(ids)) order by id for no key update;
    insert into listed_leg as listed
      select leg.id, call.id, call.started_at, leg.team_id, leg.person_id, call.language, call.direction, call.stage, call.stage_reason,
        coalesce((select max(duration_ms) from recording where leg_id = leg.id),
          (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int),
        score.points_percent, score.coverage_percent, coalesce(score.results, '{}'),
        shown_words(concat_ws(E'\\n', call.customer, matter.title))
      from leg join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
      left join lateral (
        select case when counting.scorecard_id is not null and max_points > 0 then 100 * points / max_points end as points_percent,
          100 * coverage as coverage_percent,
          (select array_agg(distinct concat_ws(':', item, result->>'outcome', result->>'source'))
             from jsonb_array_elements(items) result, lateral (values (result->>'itemId'), ('any')) named (item)) as results
        from scorecard
        left join counting_scorecard counting on counting.leg_id = leg.id and counting.checklist_id = scorecard.checklist_id
        where scorecard.leg_id = leg.id and coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
        order by scorecard.id desc limit 1) score on true
      where leg.id = any(ids)
    on conflict (leg_id) do update set
      call_id = excluded.call_id, started_at = excluded.started_at, team_id = excluded.team_id, person_id = excluded.person_id,
      language = excluded.language, direction = excluded.direction, stage = excluded.stage, stage_reason = excluded.stage_reason,
      duration_ms = excluded.duration_ms, points_percent = excluded.points_percent, coverage_percent = excluded.coverage_percent,
      results = excluded.results, words = excluded.words
    where listed is distinct from excluded;
  end $$;

  -- One trigger function for all tables: what changed names its legs.
  create function listed_legs_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare ids uuid[];
  begin
    if tg_table_name = 'leg' then select array_agg(id) into ids from changed;
    elsif tg_table_name = 'call' then select array_agg(leg.id) into ids from leg join changed on changed.id = leg.call_id;
    else select array_agg(distinct leg_id) into ids from changed;
    end if;
    if ids is not null then perform refresh_listed_legs(ids); end if;
    return null;
  end $$;
  revoke all on function refresh_listed_legs(uuid[]), listed_legs_changed() from public;
`;

const trigger = (table: string, event: 'insert' | 'update'): string => `
  create trigger ${table}_listed_${event} after ${event} on ${table} referencing new table as changed
    for each statement execute function listed_legs_changed();`;

const TRIGGERS = [
  ...(['leg', 'recording', 'scorecard', 'counting_scorecard'] as const).map((table) => trigger(table, 'insert')),
  ...(['leg', 'call', 'counting_scorecard'] as const).map((table) => trigger(table, 'update')),
].join('\n');

/**
 * Recognition writes its progress into the recording every few seconds: only a changed length is worth a look. The same holds for a
 * matter, whose title is written again with each of its calls.
 */
const SELDOM = `
  create function listed_leg_of_row_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform refresh_listed_legs(array[new.leg_id]);
    return null;
  end $$;
  create function listed_legs_of_matter_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform refresh_listed_legs(array(select leg.id from leg join call on call.id = leg.call_id where call.matter_id = new.id));
    return null;
  end $$;
  revoke all on function listed_leg_of_row_changed(), listed_legs_of_matter_changed() from public;
  create trigger recording_listed_update after update on recording
    for each row when (old.duration_ms is distinct from new.duration_ms or old.leg_id is distinct from new.leg_id)
    execute function listed_leg_of_row_changed();
  create trigger matter_listed_update after update on matter
    for each row when (old.title is distinct from new.title) execute function listed_legs_of_matter_changed();
`;

const VIEWS = `
  create table saved_view (
    id uuid primary key,
    account_id uuid not null references account (id),
    name text not null,
    filters jsonb not null,
    shared_team_id uuid references team (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Set by deleting; taken back by undo. What stays deleted is swept with the account's next view.
    deleted_at timestamptz
  );
  create unique index saved_view_name_once on saved_view (account_id, lower(name)) where deleted_at is null;
  create index saved_view_shared on saved_view (shared_team_id) where shared_team_id is not null and deleted_at is null;
  create table default_view (
    account_id uuid primary key references account (id),
    view_id uuid not null references saved_view (id) on delete cascade
  );
  create index default_view_of on default_view (view_id);
`;

/** Which account sent which call in: whoever may send but not read can then ask what became of it. */
const SENT = `
  create table sent_call (
    account_id uuid not null references account (id),
    call_id uuid not null references call (id),
    sent_at timestamptz not null,
    primary key (account_id, call_id)
  );
`;

export class CallsList1764100400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LISTED_LEG, REFRESH, TRIGGERS, SELDOM, VIEWS, SENT]) await runner.query(part);
    await runner.query('select refresh_listed_legs(array(select id from leg))');
    await runner.query(`
      grant select on listed_leg to shouwen_runtime;
      grant select, insert, update, delete on saved_view, default_view to shouwen_runtime;
      grant select, insert on sent_call to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sent_call, default_view, saved_view, listed_leg cascade');
    for (const table of ['leg', 'call', 'recording', 'scorecard', 'counting_scorecard', 'matter'])
      for (const event of ['insert', 'update'])
        await runner.query(`drop trigger if exists ${table}_listed_${event} on ${table}`);
    await runner.query(
      'drop function listed_legs_changed(), listed_leg_of_row_changed(), listed_legs_of_matter_changed(), refresh_listed_legs(uuid[]), word_grams(text), shown_words(text)',
    );
  }
}
