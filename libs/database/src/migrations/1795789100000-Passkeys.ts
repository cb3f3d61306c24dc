import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Passkeys (decision 94): public keys of authenticators, and what they are asked to sign, once. */
export class Passkeys1795789100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey (
        id uuid primary key,
        account_id uuid not null references account (id),
        credential_id text not null unique,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null,
        name text not null,
        synced boolean not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create index passkey_account on passkey (account_id);
      create table passkey_challenge (
        challenge_hash text primary key,
        purpose text not null check (purpose in ('sign_in', 'prove', 'add')),
        session_id uuid check ((session_id is null) = (purpose = 'sign_in')),
        expires_at timestamptz not null
      );
      create index passkey_challenge_expiry on passkey_challenge (expires_at);
      alter table session add column passkey_at timestamptz;
      grant select, insert, update, delete on passkey to shouwen_runtime;
      grant select, insert, delete on passkey_challenge to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
