import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a company's directory says of people and groups (SCIM, decision 98). Roles and teams stay where they are: here is only what the directory
 * needs to find its own words again.
 */
export class Provisioning1795791000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scim_person (
        person_id uuid primary key references person (id),
        external_id text,
        user_name text not null,
        -- As the directory wrote them, to be said back; null: it says none.
        display_name text,
        emails jsonb,
        employee_number text,
        department text,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        -- The directory took the person out: they have left, and it knows them no more.
        deleted_at timestamptz
      );
      create table scim_group (
        id uuid primary key,
        display_name text not null,
        external_id text,
        created_at timestamptz not null,
        changed_at timestamptz not null
      );
      create unique index scim_group_name on scim_group (lower(display_name));
      create table scim_group_member (
        group_id uuid not null references scim_group (id) on delete cascade,
        person_id uuid not null references person (id),
        -- The code of the refusal for which what the group means did not come true for this member.
        held_back text,
        primary key (group_id, person_id)
      );
      create index scim_group_member_person on scim_group_member (person_id);
      grant select, insert, update, delete on scim_person, scim_group, scim_group_member to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
