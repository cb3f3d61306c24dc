import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was known of a call can be corrected; each correction keeps what was said before. */
export class CallCorrections1795760010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_correction (
        id uuid primary key,
        call_id uuid not null references call (id),
        by_person_id uuid not null references person (id),
        at timestamptz not null,
        origin text not null check (origin in ('person', 'upload')),
        reason text not null check (length(reason) between 5 and 300),
        before jsonb not null,
        after jsonb not null
      );
      create index call_correction_call on call_correction (call_id, at desc);
      grant select, insert on call_correction to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table call_correction');
  }
}
