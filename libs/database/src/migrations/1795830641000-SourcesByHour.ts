import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * How many records a telephone system gave in each hour, kept by the database from its counter: so a day is counted without its records being
 * read, and it shows when a system that sends at this time of the week is silent.
 */
export class SourcesByHour1795830641000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source_hour (
        source_id uuid not null references telephony_source (id),
        hour timestamptz not null,
        records bigint not null,
        primary key (source_id, hour)
      );
      grant select, insert, update, delete on source_hour to shouwen_runtime;
      grant update (settings) on telephony_source to shouwen_runtime;

      create function count_source_hour() returns trigger language plpgsql as $$
      begin
        insert into source_hour (source_id, hour, records)
          values (new.id, date_trunc('hour', now()), new.records - old.records)
          on conflict (source_id, hour) do update set records = source_hour.records + excluded.records;
        return null;
      end $$;
      create trigger telephony_source_hour after update of records on telephony_source
        for each row when (new.records > old.records) execute function count_source_hour();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
