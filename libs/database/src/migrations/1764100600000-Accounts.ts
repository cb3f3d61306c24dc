import { type MigrationInterface, type QueryRunner } from 'typeorm';

const SESSIONS = `
  -- Where somebody signed in from and with what: shortened and in closed words, only while the session lives.
  alter table session add column address text;
  alter table session add column browser text;
  alter table session add column system text;
  alter table session add column second_factor_pending boolean not null default false;
  -- When this session last gave a code, and last gave the password again.
  alter table session add column second_factor_at timestamptz;
  alter table session add column password_at timestamptz;
  create index session_of_account on session (account_id) where ended_at is null;
  alter table account add column password_changed_at timestamptz;
`;

const SECOND_FACTOR = `
  create table second_factor (
    account_id uuid primary key references account (id),
    -- Of the key-encryption key that wraps the seed; a copy of the table gives nobody a code.
    key_version text not null,
    wrapped_seed bytea not null,
    created_at timestamptz not null,
    -- null until a first code has shown that the authenticator has the secret: until then signing in does not ask for it.
    confirmed_at timestamptz,
    -- The newest time step of which a code was taken; it and those before are worth nothing any more (RFC 6238 §5.2).
    last_step bigint not null default 0
  );
  create table recovery_code (
    account_id uuid not null references second_factor (account_id) on delete cascade,
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    used_at timestamptz,
    primary key (account_id, code_hash)
  );
`;

const TOKENS = `
  create table api_token (
    id uuid primary key,
    account_id uuid not null references account (id),
    name text not null,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    ending text not null,
    scopes jsonb not null check (jsonb_array_length(scopes) > 0),
    -- null: whatever the account's roles reach.
    team_ids jsonb,
    addresses jsonb,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint token_ends_within_a_year check (expires_at > created_at and expires_at <= created_at + interval '366 days')
  );
  create index api_token_of_account on api_token (account_id, created_at desc);
`;

/** Second factors, tokens for programmes, and what a session says of its device. */
export class Accounts1764100600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SESSIONS, SECOND_FACTOR, TOKENS]) await runner.query(part);
    await runner.query(
      'grant select, insert, update, delete on second_factor, recovery_code, api_token to shouwen_runtime',
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
