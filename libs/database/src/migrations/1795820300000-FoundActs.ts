import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The acts of a version of a call's words, in a sealed object of their own (docs/decisions/0118). */
const ACTS = `
  create table found_acts (
    transcript_id uuid not null references transcript (id),
    engine text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    object_id uuid not null,
    found_at timestamptz not null,
    primary key (transcript_id, engine, hash)
  );
  grant select, insert, delete on found_acts to shouwen_runtime;
`;

export class FoundActs1795820300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACTS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
