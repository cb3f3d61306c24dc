import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Days of records that are past their term are looked at in turn: what is kept of the oldest ones holds up no later day. */
export class RecordDaysTakeTurns1795830761000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table telephony_key add column looked_at timestamptz;
      grant update (looked_at) on telephony_key to shouwen_runtime;
      create index telephony_key_turn on telephony_key (looked_at nulls first, day) where destroyed_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
