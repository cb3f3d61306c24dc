import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which calls are followed now is asked for each that goes on. */
export class FollowedCalls1795830840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index live_listening_now on live_listening (live_call_id) where ended_at is null');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
