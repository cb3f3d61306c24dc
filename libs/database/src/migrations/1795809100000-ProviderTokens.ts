import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** By what the identity provider is asked again about sessions that were started through it. */
export class ProviderTokens1795809100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table provider_token (
        session_id uuid primary key references session (id) on delete cascade,
        wrapped_key bytea not null,
        key_version text not null,
        sealed bytea not null,
        asked_at timestamptz not null
      );
      create index provider_token_due on provider_token (asked_at);
      grant select, insert, update, delete on provider_token to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
