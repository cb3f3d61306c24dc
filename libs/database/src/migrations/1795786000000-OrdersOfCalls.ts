import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the list of calls is put in order by beside the time (decision 89). Two measures are kept by a trigger of the derived row itself, so
 * that the function that makes the row need not know them: the longest silence, and how much a call cost. The indexes hold only rows that have
 * the measure, with what decides who may see a row, so that a page is read from the index alone.
 */
const MEASURES = `
  alter table listed_leg add column silence_ms int, add column cost double precision;
  create function listed_leg_measures() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    new.silence_ms := (
      select (inputs->'measures'->'longestSilence'->>'toMs')::int - (inputs->'measures'->'longestSilence'->>'fromMs')::int
      from scorecard where leg_id = new.leg_id and author = 'automatic' and inputs->'measures'->'longestSilence'->>'toMs' is not null
      order by id desc limit 1);
    -- A missed critical item weighs more than all points; then the share of the points that was lost, where a score counts.
    new.cost := case when new.coverage_percent is not null
      then case when new.missed_critical then 1000 else 0 end + coalesce(100 - new.points_percent, 0) end;
    return new;
  end $$;
  revoke all on function listed_leg_measures() from public;
  create trigger listed_leg_measures before insert or update on listed_leg for each row execute function listed_leg_measures();
`;

const index = (name: string, column: string): string => `
  create index listed_leg_by_${name} on listed_leg (${column} desc, started_at desc, call_id desc, leg_id desc)
    include (team_id, person_id, language, direction, stage) where ${column} is not null;`;

const INDEXES = [
  index('cost', 'cost'),
  index('points', 'points_percent'),
  index('duration', 'duration_ms'),
  index('ring', 'ring_seconds'),
  index('silence', 'silence_ms'),
].join('');

export class OrdersOfCalls1795786000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MEASURES);
    await runner.query(INDEXES);
    // The trigger fills what is there already.
    await runner.query('update listed_leg set leg_id = leg_id');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
