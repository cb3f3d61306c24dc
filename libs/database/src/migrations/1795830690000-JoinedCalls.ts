import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Two calls that records tell to be one are put together by the product itself, and what was joined before is joined anew. */
export class JoinedCalls1795830690000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (at), delete on call_joined to shouwen_runtime');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
