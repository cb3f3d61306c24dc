import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What signing in asks of everyone, version by version (decision 104). Version 0 is what held before: no role needs a second factor, so that an
 * update shuts no person out.
 */
export class SignInPolicy1795803100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_policy (
        version int primary key check (version >= 0),
        policy jsonb not null,
        -- Since when a role needs a second factor: {"administrator": "2026-11-28T…"}. Empty until the version is agreed to.
        required_since jsonb not null default '{}',
        proposed_by_person_id uuid references person (id),
        proposed_at timestamptz not null,
        decision text check (decision in ('agreed', 'refused')),
        decided_by_person_id uuid references person (id),
        decided_at timestamptz,
        constraint sign_in_policy_has_its_proposer check ((version = 0) = (proposed_by_person_id is null)),
        constraint sign_in_policy_needs_second_person check (version = 0 or decision is distinct from 'agreed'
          or decided_by_person_id <> proposed_by_person_id),
        constraint sign_in_decision_is_whole check (version = 0 or (decision is null) = (decided_by_person_id is null)
          and (decision is null) = (decided_at is null))
      );
      create unique index sign_in_policy_one_waiting on sign_in_policy ((true)) where decision is null;
      insert into sign_in_policy (version, policy, proposed_at, decision) values (0, '${FIRST}', now(), 'agreed');
      create view sign_in_policy_in_force as
        select version, policy, required_since, (policy ->> 'graceDays')::int as grace_days,
          (policy ->> 'idleMinutes')::int as idle_minutes, (policy ->> 'passwordDays')::int as password_days
        from sign_in_policy where decision = 'agreed' order by version desc limit 1;
      alter table account add column password_set_at timestamptz not null default now();
      update account set password_set_at = coalesce(password_changed_at,
        (select max(used_at) from invitation where account_id = account.id), now());
      alter table session add column provider_second_factor boolean not null default false;
      alter table provider_attempt add column second_factor boolean not null default false;
      alter table identity_link add column second_factor_at timestamptz;
      grant select, insert on sign_in_policy to shouwen_runtime;
      grant update (required_since, decision, decided_by_person_id, decided_at) on sign_in_policy to shouwen_runtime;
      grant select on sign_in_policy_in_force to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const FIRST = JSON.stringify({
  ...{ preset: 'none', secondFactorRoles: [], graceDays: 7, passwordLength: 12, passwordKinds: 1, passwordDays: null },
  ...{ lockAfter: null, lockMinutes: 30, idleMinutes: 30, oneSession: false },
});
