import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Two filters that go against an order of the list (decision 89). Worst first, of calls with many points: their points are in the index of that
 * order, so that the others need not be fetched to find out. Highest score first, of calls that missed something: those without a miss stand
 * before all of them and are not in the index at all.
 */
export class OrdersWithFilters1795788100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function has_miss(results text[]) returns boolean language sql immutable parallel safe
        as $$ select exists (select 1 from unnest(results) result where result like '%:not_met:%') $$;
      drop index listed_leg_by_cost;
      create index listed_leg_by_cost on listed_leg (cost desc, started_at desc, call_id desc, leg_id desc)
        include (team_id, person_id, language, direction, stage, points_percent) where cost is not null;
      create index listed_leg_missed_by_points on listed_leg (points_percent desc, started_at desc, call_id desc, leg_id desc)
        include (team_id, person_id, language, direction, stage) where points_percent is not null and has_miss(results);
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
