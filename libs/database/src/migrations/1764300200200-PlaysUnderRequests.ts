import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A play is under a standing grant or under one that came of a request (ADR 0034). */
export class PlaysUnderRequests1764300200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table play alter column grant_id drop not null;
      alter table play add column request_grant_id uuid references request_grant (id);
      alter table play add constraint play_under_one_grant check (num_nonnulls(grant_id, request_grant_id) = 1);
      create index play_of_call on play (call_id, opened_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index play_of_call;
      delete from play where grant_id is null;
      alter table play drop constraint play_under_one_grant;
      alter table play drop column request_grant_id;
      alter table play alter column grant_id set not null;
    `);
  }
}
