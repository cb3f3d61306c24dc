import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the company's directory proposed is known from what people did; the parts of a name, and what was refused to the directory, are kept. */
export class ProvisionedRoles1795803110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table role_proposal add column provisioned boolean not null default false;
      alter table scim_person add column name jsonb;
      -- No words of the request: what was refused, not whom it named.
      create table scim_refusal (
        id uuid primary key,
        at timestamptz not null,
        method text not null,
        resource text not null check (resource in ('user', 'group', 'other')),
        status int not null,
        code text not null
      );
      create index scim_refusal_at on scim_refusal (at);
      grant select, insert, delete on scim_refusal to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
