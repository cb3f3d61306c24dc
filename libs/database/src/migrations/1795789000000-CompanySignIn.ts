import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Signing in through the company's identity provider (decision 93). An account belongs to a person there by issuer and subject, never by an
 * e-mail. What a group there means here was set up by a person, whose proposals its roles are.
 */
export class CompanySignIn1795789000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity_link (
        id uuid primary key,
        account_id uuid not null references account (id),
        issuer text not null,
        subject text not null,
        how text not null check (how in ('account_page', 'invitation')),
        linked_at timestamptz not null,
        last_used_at timestamptz,
        constraint one_account_of_a_subject unique (issuer, subject),
        constraint one_subject_of_an_account unique (account_id, issuer)
      );
      create table provider_attempt (
        id uuid primary key,
        -- sha256 of the cookie's secret, from which state, nonce and verifier are made: a copy of the table is no way to finish one.
        browser_hash text not null unique,
        purpose text not null check (purpose in ('sign_in', 'again', 'link')),
        -- Whose it is, of one that a signed-in person began.
        session_id uuid check ((session_id is null) = (purpose = 'sign_in')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        -- A person whom the provider vouches for and whom no account here belongs to yet.
        issuer text,
        subject text,
        provider_sid text,
        check ((issuer is null) = (subject is null))
      );
      create index provider_attempt_expiry on provider_attempt (expires_at);
      alter table session
        add column identity_link_id uuid,
        add column provider_sid text,
        add column provider_at timestamptz;
      create index session_of_link on session (identity_link_id) where identity_link_id is not null and ended_at is null;
      create table group_role (
        id uuid primary key,
        group_name text not null,
        role text not null,
        team_id uuid references team (id),
        client_id uuid references client (id),
        created_by_person_id uuid not null references person (id),
        created_at timestamptz not null,
        ended_at timestamptz,
        check (team_id is null or client_id is null)
      );
      create unique index group_role_once on group_role (group_name, role, team_id, client_id) nulls not distinct where ended_at is null;
      alter table role_proposal add column group_role_id uuid references group_role (id);
      create index role_proposal_group on role_proposal (account_id, group_role_id) where group_role_id is not null;
      grant select, insert, update, delete on identity_link, provider_attempt to shouwen_runtime;
      grant select, insert on group_role to shouwen_runtime;
      grant update (ended_at) on group_role to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
