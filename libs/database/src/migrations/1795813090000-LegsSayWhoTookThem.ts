import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { inSlices } from '../slices.js';

/** A leg that is written meanwhile says so by itself; the next migration completes the function. */
const COLUMN = `
  alter table leg add column if not exists taken_by_person_id uuid references person (id);
  create or replace function leg_is_taken_by_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    new.taken_by_person_id := coalesce(new.taken_by_person_id, new.person_id);
    return new;
  end $$;
  create or replace trigger leg_is_taken_by_its_agent before insert on leg for each row execute function leg_is_taken_by_two();
`;

/** What was once corrected by one person alone changes nothing of it. The triggers of the list of calls have nothing to do with it and rest. */
const taken = (ids: string): string => `
  alter table leg disable trigger user;
  update leg set taken_by_person_id = coalesce(
    (select person.id from call_correction said join person on person.staff_number = said.before ->> 'staffNumber'
      where said.call_id = leg.call_id and leg.position = (select min(position) from leg first where first.call_id = leg.call_id)
      order by said.at, said.id limit 1), person_id)
    where id = any(${ids}) and taken_by_person_id is null;
  alter table leg enable trigger user
`;

/** Of a leg that no person took, and that no correction speaks of, nothing is to be said. */
const UNSAID = `taken_by_person_id is null
  and (person_id is not null or exists (select 1 from call_correction said where said.call_id = leg.call_id))`;

/** Who took a leg as its source said: written before `CorrectionsByTwo` rests on it, some legs at a time, while calls come in. */
export class LegsSayWhoTookThem1795813090000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // Data that had `CorrectionsByTwo` before this migration was there has legs that a person is still to be told of.
    const [{ had }]: [{ had: boolean }] = await runner.query(
      `select to_regclass('correction_proposal') is not null as had`,
    );
    if (had) return;
    await runner.query(COLUMN);
    await inSlices(runner, { table: 'leg', change: taken, todo: UNSAID });
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
