import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A recording that holds the talks of several agents is split: each part is a recording of its own, of its agent's leg, and the whole stays
 * sealed as it was received (decision 131). What has to read the whole table is left to the next migration, which holds no reader up.
 */
export class PartsOfRecordings1795830710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, GUARDS, BARRED, MARKS, LISTED, REASON]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const COLUMNS = `
  alter table recording
    add column split_at timestamptz,
    add column part_of_id uuid,
    add column part_from_ms int;
  alter table recording
    add constraint recording_part_of_id_fkey foreign key (part_of_id) references recording (id) not valid,
    add constraint part_has_a_place check ((part_of_id is null) = (part_from_ms is null) and part_from_ms >= 0) not valid;
`;

/** A part is of the call of its whole, so that what covers the call covers both. */
const GUARDS = `
  create function part_is_of_its_call() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from recording whole where whole.id = new.part_of_id and whole.call_id = new.call_id and whole.part_of_id is null) then
      raise exception 'a part is of the call of its whole' using errcode = 'check_violation', constraint = 'part_is_of_its_call';
    end if;
    return new;
  end $$;
  revoke all on function part_is_of_its_call() from public;
  create trigger part_is_of_its_call before insert or update of part_of_id, call_id on recording
    for each row when (new.part_of_id is not null) execute function part_is_of_its_call();
`;

/**
 * Why the product does not split a recording, or split it again, by itself: a hold keeps it, its words and its sound as they are, or people
 * have judged, contested, noted, corrected or asked for what is heard in it.
 */
const BARRED = `
  create function split_is_barred(of_recording uuid) returns text language sql stable set search_path = pg_catalog, public as $$
    with its as materialized (select id, leg_id, call_id, sides_said from recording where id = of_recording or part_of_id = of_recording)
    select case
      when exists (select 1 from its join custody_hold held on held.call_id = its.call_id
        where held.released_at is null and (held.recording_id is null or held.recording_id = its.id)) then 'held'
      when exists (select 1 from its where sides_said is not null
          or exists (select 1 from scorecard where leg_id = its.leg_id and author <> 'automatic')
          or exists (select 1 from review_draft where leg_id = its.leg_id)
          or exists (select 1 from dispute where leg_id = its.leg_id)
          or exists (select 1 from calibration where leg_id = its.leg_id)
          or exists (select 1 from leg_comment where leg_id = its.leg_id)
          or exists (select 1 from coaching_moment where leg_id = its.leg_id)
          or exists (select 1 from self_evaluation where leg_id = its.leg_id)
          or exists (select 1 from best_call where recording_id = its.id)
          or exists (select 1 from transcript where recording_id = its.id and by_person_id is not null)
          or exists (select 1 from commitment join commitment_event said on said.commitment_id = commitment.id
            where commitment.leg_id = its.leg_id and said.by_person_id is not null)
          or exists (select 1 from legal_request_recording where recording_id = its.id)) then 'decided'
    end
  $$;
  revoke all on function split_is_barred(uuid) from public;
  grant execute on function split_is_barred(uuid) to shouwen_runtime;
`;

const MARKS = `
  drop trigger recording_gaps_update on recording;
  create trigger recording_gaps_update after update on recording for each row
    when ((old.leg_id, old.custody, old.destruction_started_at, old.restricted, old.incomplete, old.duration_ms, old.began_at, old.sound_checks,
        old.split_at)
      is distinct from
      (new.leg_id, new.custody, new.destruction_started_at, new.restricted, new.incomplete, new.duration_ms, new.began_at, new.sound_checks,
        new.split_at))
    execute function mark_call_of_row_for_gaps();
  -- A talk that a person is known of now may be split off, and one whose hold is over.
  drop trigger leg_gaps_update on leg;
  create trigger leg_gaps_update after update on leg for each row
    when ((old.call_id, old.kind, old.outcome, old.person_id, old.team_id, old.began_at, old.answered_at, old.ended_at, old.holds, old.record_key)
      is distinct from
      (new.call_id, new.kind, new.outcome, new.person_id, new.team_id, new.began_at, new.answered_at, new.ended_at, new.holds, new.record_key))
    execute function mark_call_of_row_for_gaps();
  create trigger custody_hold_gaps_update after update of released_at on custody_hold for each row
    when (new.released_at is not null) execute function mark_call_of_row_for_gaps();
`;

/** How long a leg's sound is, in the list, is how long its part is. */
const LISTED = `
  do $do$
  declare
    before text := pg_get_functiondef('refresh_listed_legs(uuid[])'::regprocedure);
    after text := replace(before, 'max(duration_ms) from recording where leg_id = leg.id)',
      'max(duration_ms) from recording where leg_id = leg.id and split_at is null)');
  begin
    if after = before then raise exception 'refresh_listed_legs is not as this migration knows it'; end if;
    execute after;
  end $do$;
  drop trigger recording_listed_update on recording;
  create trigger recording_listed_update after update on recording
    for each row when (old.duration_ms is distinct from new.duration_ms or old.leg_id is distinct from new.leg_id
      or old.split_at is distinct from new.split_at)
    execute function listed_leg_of_row_changed();
`;

const REASON = `
  alter table destruction drop constraint destruction_reason_check;
  alter table destruction add constraint destruction_reason_check
    check (reason in ('schedule','erasure','withdrawal','not_recordable','restored','split_again'));
`;
