import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Mends two rules of the database. A correction that a second person confirmed is of the leg that its proposal names: a confirmation of one leg
 * writes nothing about another. A correction lapses once its time is over by the database's clock, whatever moment is written beside it.
 */
export class CorrectionsKeepToLegs1795830500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WEIGHED, LAPSES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const WEIGHED = `
  create or replace function corrections_are_weighed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.moved is null then
      raise exception 'a correction is weighed' using errcode = 'check_violation', constraint = 'correction_is_weighed';
    end if;
    if new.proposal_id is not null then
      -- call_correction_names_its_leg goes before, so that there is a leg.
      if not exists (select 1 from correction_proposal one where one.id = new.proposal_id and one.call_id = new.call_id
          and one.leg_id = new.leg_id and one.decision = 'confirmed') then
        raise exception 'a second person has not confirmed it' using errcode = 'check_violation', constraint = 'correction_is_confirmed';
      end if;
      return new;
    end if;
    if new.moved <> '{}' or new.after ? 'staffNumber' then
      raise exception 'what moves rights, retention or a dispute takes two' using errcode = 'check_violation', constraint = 'correction_is_confirmed';
    end if;
    if took_the_call(new.call_id, new.by_person_id, new.at) or has_part_in_open_dispute(new.call_id, new.by_person_id, new.at) then
      raise exception 'people correct no call that they have a part in' using errcode = 'check_violation', constraint = 'corrects_no_own_call';
    end if;
    return new;
  end $$;
`;

/** The clocks of two machines may differ by a little. */
const LAPSES = `
  create function correction_lapses_in_time() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.proposed_at + interval '720 hours' > now() + interval '5 minutes' then
      raise exception 'a correction lapses when its time is over (correction_lapses_in_time)'
        using errcode = 'check_violation', constraint = 'correction_lapses_in_time';
    end if;
    return new;
  end $$;
  revoke all on function correction_lapses_in_time() from public;
  create trigger correction_lapses_in_time before update of decision on correction_proposal
    for each row when (new.decision = 'lapsed' and old.decision is null) execute function correction_lapses_in_time();
`;
