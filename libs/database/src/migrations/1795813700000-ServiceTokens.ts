import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Tokens of programmes that are no person's (decision 115). What was asked for cannot be changed, and only a second person, or in a small house
 * the same a day later, puts it in force: the runtime role may write nothing else.
 */
export class ServiceTokens1795813700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_token (
        id uuid primary key,
        name text not null check (length(name) between 1 and 80),
        scopes jsonb not null check (jsonb_typeof(scopes) = 'array' and jsonb_array_length(scopes) > 0),
        team_ids jsonb,
        client_id uuid references client (id),
        addresses jsonb,
        token_hash text not null unique,
        ending text not null,
        asked_by_person_id uuid not null references person (id),
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        confirmed_by_person_id uuid references person (id),
        confirmed_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint service_token_reach_is_one check (num_nonnulls(team_ids, client_id) <= 1),
        constraint service_token_confirmation_is_whole check (num_nulls(confirmed_by_person_id, confirmed_at) in (0, 2)),
        constraint service_token_ends check (expires_at > asked_at and expires_at <= asked_at + interval '366 days')
      );
      create unique index service_token_name on service_token (lower(name)) where revoked_at is null;
      create trigger service_token_needs_second_person before insert or update on service_token
        for each row execute function eyes_must_suffice(
          'asked_by_person_id', 'asked_at', 'confirmed_by_person_id', 'confirmed_at', 'service_token_needs_second_person');
      grant select, insert on service_token to shouwen_runtime;
      grant update (confirmed_by_person_id, confirmed_at, last_used_at, revoked_at) on service_token to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
