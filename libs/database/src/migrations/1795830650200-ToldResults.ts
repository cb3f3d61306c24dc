import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A result that is not met by a judgement that is not trusted yet has a name of its own in rows of the list: `told`. Reports by item and filters
 * of the list then count and find what accuses apart from it. Rows of cards that have such results are made once more, which marks their days.
 */
export class ToldResults1795830650200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table counted_result add column told int not null default 0');
    await runner.query(`
      do $$
      declare
        before text := pg_get_functiondef('refresh_listed_legs(uuid[])'::regprocedure);
        after text := replace(before,
          $old$concat_ws(':', name, result->>'outcome', result->>'source')$old$,
          $new$concat_ws(':', name, case when result->>'outcome' = 'not_met' and result ? 'notTrusted' then 'told' else result->>'outcome' end, result->>'source')$new$);
      begin
        if after = before then
          raise exception 'refresh_listed_legs is not as this migration knows it';
        end if;
        execute after;
      end $$`);
    await runner.query(
      `select refresh_listed_legs(array(
         select distinct leg_id from scorecard where created_at >= timestamptz '2026-11-27T00:00:00Z' and items::text like '%"notTrusted"%'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
