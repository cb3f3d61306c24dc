import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Screens on a wall, each with a link of its own. New tables only. */
export class WallLinks1795830741000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wall_link (
        id uuid primary key,
        team_id uuid not null references team (id),
        device text not null,
        link_hash text not null unique,
        device_hash text unique,
        made_by_person_id uuid not null references person (id),
        made_at timestamptz not null,
        ends_at timestamptz not null,
        opened_at timestamptz,
        revoked_at timestamptz,
        revoked_by_person_id uuid references person (id),
        constraint wall_link_ends check (ends_at > made_at and ends_at <= made_at + interval '366 days'),
        constraint wall_link_of_one_device check ((opened_at is null) = (device_hash is null)),
        constraint wall_link_revoked_by_a_person check ((revoked_at is null) = (revoked_by_person_id is null))
      );
      grant select, insert on wall_link to shouwen_runtime;
      -- Whose it is, for how long and of which team never changes: another link is made.
      grant update (device_hash, opened_at, revoked_at, revoked_by_person_id) on wall_link to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
