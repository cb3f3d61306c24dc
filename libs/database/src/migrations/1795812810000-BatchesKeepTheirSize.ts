import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Of `where id in (select … limit n)` PostgreSQL may ask the inner part again for each row, and takes more than n. As an array it is asked
 * once (decision 48).
 */
export class BatchesKeepTheirSize1795812810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function fold_tallies(most int) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
      declare folded int;
      begin
        with gone as (
          delete from tally_change where id = any(array(select id from tally_change order by id limit most for update skip locked))
          returning of, key, n, bytes),
        summed as (
          insert into tally as kept (of, key, n, bytes) select of, key, sum(n), sum(bytes) from gone group by of, key order by of, key
          on conflict (of, key) do update set n = kept.n + excluded.n, bytes = kept.bytes + excluded.bytes)
        select count(*) into folded from gone;
        return folded;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
