import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reports put together the legs of calls that have several, and ask here which these are (decision 92). */
export class CallsHandedOn1795806100300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index leg_handed_on on leg (call_id) where position > 0');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
