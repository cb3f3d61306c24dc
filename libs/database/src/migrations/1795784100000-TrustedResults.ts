import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A result that is not trusted yet accuses no agent: neither as a critical item that was missed, nor by its clause (decision 87). The function
 * stays as `ReportColumns` made it but for these two conditions. No card has such results yet, so that no row changes.
 */
export class TrustedResults1795784100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare
        before text := pg_get_functiondef('refresh_listed_legs(uuid[])'::regprocedure);
        after text := replace(replace(before,
          $old$bool_or(critical and result->>'outcome' = 'not_met') as missed_critical$old$,
          $new$bool_or(critical and result->>'outcome' = 'not_met' and not result ? 'notTrusted') as missed_critical$new$),
          $old$clause_parts(item.clause) part
            group by part$old$,
          $new$clause_parts(item.clause) part
            where not result ? 'notTrusted'
            group by part$new$);
      begin
        if length(after) - length(before) < 70 then
          raise exception 'refresh_listed_legs is not as this migration knows it';
        end if;
        execute after;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
