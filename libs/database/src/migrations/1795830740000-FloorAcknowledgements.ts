import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who looks after an alarm of a team's floor. New tables only. */
export class FloorAcknowledgements1795830740000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table floor_acknowledgement (
        id uuid primary key,
        team_id uuid not null references team (id),
        kind text not null check (kind in ('wait_long','service_low','records_stopped')),
        subject text not null,
        person_id uuid not null references person (id),
        at timestamptz not null,
        unique (team_id, kind, subject)
      );
      grant select, insert on floor_acknowledgement to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
