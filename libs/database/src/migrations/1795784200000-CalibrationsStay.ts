import { type MigrationInterface, type QueryRunner } from 'typeorm';

const STAY = `
  create function calibration_decisions_stay() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    -- Words end with the recording; what was decided, by whom and when, stays.
    if new.note is null and to_jsonb(new) - 'note' = to_jsonb(old) - 'note' then
      return new;
    end if;
    raise exception 'a decision stays as it was made' using errcode = 'check_violation', constraint = 'calibration_decisions_stay';
  end $$;
  create trigger calibration_decision_stays before update on calibration_decision
    for each row execute function calibration_decisions_stay();
  create function calibrations_are_submitted_once() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.submitted_at is not null or exists (select 1 from calibration where id = new.calibration_id and closed_at is not null) then
      raise exception 'answers are submitted once, while the calibration is open'
        using errcode = 'check_violation', constraint = 'calibrations_are_submitted_once';
    end if;
    return new;
  end $$;
  create trigger calibration_submitted_once before update on calibration_reviewer
    for each row execute function calibrations_are_submitted_once();
  revoke all on function calibration_decisions_stay(), calibrations_are_submitted_once() from public;
`;

/**
 * What was decided about a calibration is not rewritten, and what was submitted is not opened again. And an accusation that is not trusted yet
 * is no "something was not met" of a call: the list's filter over all items finds what Home counts. No card of a release has such results, so
 * that no row changes.
 */
export class CalibrationsStay1795784200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAY);
    await runner.query(`
      do $$
      declare
        before text := pg_get_functiondef('refresh_listed_legs(uuid[])'::regprocedure);
        named constant text := $old$lateral (select result->>'itemId' as name union all select 'any' union all select 'critical' where critical) named$old$;
        after text := replace(before, named,
          $new$lateral (select result->>'itemId' as name union all
              select whole from (values ('any', true), ('critical', critical)) over_all (whole, is_so)
              where is_so and not (result->>'outcome' = 'not_met' and result ? 'notTrusted')) named$new$);
      begin
        if after = before then
          raise exception 'refresh_listed_legs is not as this migration knows it';
        end if;
        execute after;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
