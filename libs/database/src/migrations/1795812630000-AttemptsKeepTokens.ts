import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Whom the provider named waits a few minutes for an invitation's code, and with them what the provider can be asked again by: the session that the
 * code opens is asked about like any other (decision 93).
 */
export class AttemptsKeepTokens1795812630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table provider_attempt
        add column wrapped_key bytea,
        add column key_version text,
        add column sealed bytea,
        add constraint token_is_whole check (num_nonnulls(wrapped_key, key_version, sealed) in (0, 3));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
