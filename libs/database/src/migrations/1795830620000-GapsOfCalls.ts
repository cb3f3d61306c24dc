import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is missing of calls that are known: each a row, found by a sweep that looks at what changed (decision 48). */
export class GapsOfCalls1795830620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ALARMS, MARKS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const TABLES = `
  create table gap (
    id uuid primary key,
    kind text not null check (kind in ('not_recorded','recorded_without_call','empty','one_channel_silent','length_differs','ended_before_call',
      'not_transcribed','not_scored')),
    call_id uuid not null references call (id),
    -- A leg that records alone told of, and tell of no more, takes its gaps along.
    leg_id uuid not null references leg (id) on delete cascade,
    recording_id uuid references recording (id),
    facts jsonb not null,
    owner_person_id uuid references person (id),
    opened_at timestamptz not null,
    seen_at timestamptz not null,
    closed_at timestamptz,
    closing text check (closing in ('mended','accepted','lapsed')),
    over_at timestamptz,
    asked_by_person_id uuid references person (id),
    asked_at timestamptz,
    reason text check (reason in ('cannot_be_mended','not_needed','known_outage','other')),
    note text,
    accepted_by_person_id uuid references person (id),
    constraint gap_closed_for_a_reason check ((closed_at is null) = (closing is null)),
    constraint gap_over_is_closed check (over_at is null or closed_at is not null),
    constraint gap_asked_by_a_person check ((asked_by_person_id is null) = (asked_at is null) and (asked_at is null) = (reason is null)),
    constraint gap_accepted_by_two check ((closing is not distinct from 'accepted') = (accepted_by_person_id is not null)
      and (accepted_by_person_id is null or asked_by_person_id is not null)),
    -- In a small house one person stands for both, a day later.
    constraint gap_accepted_by_another check (accepted_by_person_id is distinct from asked_by_person_id or accepted_by_person_id is null
      or closed_at >= asked_at + interval '24 hours')
  );
  create unique index gap_once on gap (kind, coalesce(recording_id, leg_id)) where over_at is null;
  create index gap_call on gap (call_id);
  create index gap_open on gap (opened_at, id) where closed_at is null;
  create index gap_closed on gap (closed_at desc, id) where closed_at is not null;

  create table leg_completeness (
    leg_id uuid primary key references leg (id) on delete cascade,
    call_id uuid not null,
    day date not null,
    source text not null,
    team_id uuid,
    recorded boolean not null,
    transcribed boolean not null,
    scored boolean not null
  );
  create index leg_completeness_day on leg_completeness (day);
  create index leg_completeness_call on leg_completeness (call_id);

  create table completeness_setting (
    id int primary key check (id = 1),
    settings jsonb not null
  );

  grant select, insert, update, delete on leg_completeness to shouwen_runtime;
  grant select, insert on gap to shouwen_runtime;
  grant update (facts, owner_person_id, seen_at, closed_at, closing, over_at, asked_by_person_id, asked_at, reason, note, accepted_by_person_id)
    on gap to shouwen_runtime;
  grant select, insert, update on completeness_setting to shouwen_runtime;
`;

const ALARMS = `
  alter table alarm drop constraint alarm_kind_check, add constraint alarm_kind_check
    check (kind in ('schedule_late','schedule_failing','disk_low','disk_full','keys_unmarked','keys_doubtful','calls_incomplete','gaps_old',
      'source_silent','source_blocked','source_aside'));
`;

/** A mark too many costs one look; one too few leaves a gap unseen. */
const MARKS = `
  alter table to_look_at drop constraint to_look_at_sweep_check;
  alter table to_look_at add constraint to_look_at_sweep_check
    check (sweep in ('mask','index','term','hold','object_lock','gap')) not valid;
  alter table to_look_at validate constraint to_look_at_sweep_check;

  create function mark_call_for_gaps() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) values ('gap', new.id);
    return null;
  end $$;
  create function mark_call_of_row_for_gaps() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) values ('gap', new.call_id);
    return null;
  end $$;
  create function mark_words_for_gaps() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id)
      select distinct 'gap', recording.call_id from changed join recording on recording.id = changed.recording_id;
    return null;
  end $$;
  create function mark_scores_for_gaps() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'gap', leg.call_id from changed join leg on leg.id = changed.leg_id;
    return null;
  end $$;
  create trigger call_gaps_insert after insert on call for each row execute function mark_call_for_gaps();
  create trigger call_gaps_update after update on call for each row
    when ((old.stage, old.classification, old.direction, old.started_at) is distinct from
      (new.stage, new.classification, new.direction, new.started_at))
    execute function mark_call_for_gaps();
  create trigger leg_gaps_insert after insert on leg for each row execute function mark_call_of_row_for_gaps();
  create trigger leg_gaps_update after update on leg for each row
    when ((old.call_id, old.kind, old.outcome, old.team_id, old.began_at, old.answered_at, old.ended_at, old.holds, old.record_key) is distinct from
      (new.call_id, new.kind, new.outcome, new.team_id, new.began_at, new.answered_at, new.ended_at, new.holds, new.record_key))
    execute function mark_call_of_row_for_gaps();
  create trigger recording_gaps_insert after insert on recording for each row execute function mark_call_of_row_for_gaps();
  create trigger recording_gaps_update after update on recording for each row
    when ((old.leg_id, old.custody, old.destruction_started_at, old.restricted, old.incomplete, old.duration_ms, old.began_at, old.sound_checks)
      is distinct from
      (new.leg_id, new.custody, new.destruction_started_at, new.restricted, new.incomplete, new.duration_ms, new.began_at, new.sound_checks))
    execute function mark_call_of_row_for_gaps();
  create trigger transcript_gaps_insert after insert on transcript referencing new table as changed
    for each statement execute function mark_words_for_gaps();
  create trigger scorecard_gaps_insert after insert on scorecard referencing new table as changed
    for each statement execute function mark_scores_for_gaps();
`;
