import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Whoever holds an invitation's code opens the account, and that may be who made the invitation: what is beyond an agent's role waits until
 * another person has confirmed, after the opening, who has it (ADR 0110). Accounts that are open already stay as they are.
 */
export class OpeningsConfirmed1795813300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CAUSE);
    await runner.query(IN_FORCE);
    await runner.query(CONFIRMING);
    await runner.query(OPENING);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** Who confirms is compared by the trigger below, which knows when each acted. */
const CAUSE = `
  alter table role_suspension drop constraint role_suspension_cause_check;
  alter table role_suspension add constraint role_suspension_cause_check
    check (cause in ('invited_again','second_factor_removed','way_in_reset','opened_first'));
  alter table role_suspension drop constraint confirmation_needs_another_person;
  alter table role_suspension add constraint no_person_confirms_themselves check (confirmed_by_person_id <> person_id);
`;

/**
 * A first opening leaves an agent their own calls. An auditor reads what everyone did, so that role waits like the others since this version.
 * \`suspension_in_force\`: what holds a role back at this moment; a first opening by who is an agent and nothing else holds none.
 */
const IN_FORCE = `
  create or replace view role_in_force as
    select given.id, given.account_id, given.person_id, given.role, given.team_id, given.client_id
    from role_assignment given join account on account.id = given.account_id join person on person.id = given.person_id
    where account.disabled_at is null and person.left_at is null and not exists (
      select 1 from role_suspension waiting where waiting.person_id = given.person_id and waiting.confirmed_at is null
        and not (waiting.cause = 'opened_first' and given.role = 'agent'));
  create view suspension_in_force as
    select waiting.id, waiting.person_id, waiting.account_id, waiting.cause, waiting.caused_by_person_id, waiting.caused_at
    from role_suspension waiting where waiting.confirmed_at is null and (waiting.cause <> 'opened_first' or exists (
      select 1 from role_assignment given where given.person_id = waiting.person_id and given.role <> 'agent'));
  grant select on suspension_in_force to shouwen_runtime;
`;

const CONFIRMING = `
  create or replace function role_suspension_confirmed_by_another() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if new.confirmed_at is not null then
        raise exception 'a suspension begins unconfirmed' using errcode = 'check_violation', constraint = 'suspension_begins_open';
      end if;
      return new;
    end if;
    if old.confirmed_at is not null then
      raise exception 'a confirmed suspension stays as it is' using errcode = 'check_violation', constraint = 'suspension_confirmed_once';
    end if;
    if not exists (select 1 from role_in_force
        where account_id = new.confirmed_by_account_id and role in ('legal_approver','administrator')) then
      raise exception 'only who approves roles confirms' using errcode = 'check_violation', constraint = 'confirmation_by_an_approver';
    end if;
    if exists (select 1 from role_suspension other where other.person_id = new.person_id and other.confirmed_at is null
        and not eyes_suffice(other.caused_by_person_id, other.caused_at, new.confirmed_by_person_id, new.confirmed_at)) then
      raise exception 'who caused a suspension confirms none of that person' using errcode = 'check_violation',
        constraint = 'confirmation_needs_another_person';
    end if;
    if not account_has_way_in(new.account_id) then
      raise exception 'who has an account is confirmed once it was opened' using errcode = 'check_violation',
        constraint = 'confirmed_after_the_opening';
    end if;
    return new;
  end $$;
  create function account_has_way_in(uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from account where id = $1 and password_hash is not null)
      or exists (select 1 from identity_link where account_id = $1) or exists (select 1 from passkey where account_id = $1)
  $$;
  revoke all on function account_has_way_in(uuid) from public;
  grant execute on function account_has_way_in(uuid) to shouwen_runtime;
`;

/** With a password or through the provider; of the first administrators, whom set-up gave their role, no other person could confirm any. */
const OPENING = `
  create function opening_waits_for_another() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    opened uuid := case tg_table_name when 'account' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'account_id' end;
  begin
    if not exists (select 1 from role_suspension where account_id = opened)
        and not exists (select 1 from role_assignment where account_id = opened and role = 'administrator' and granted_by_person_id is null) then
      raise exception 'who has an account that was just opened is confirmed by another' using errcode = 'check_violation',
        constraint = 'opening_waits_for_another';
    end if;
    return new;
  end $$;
  revoke all on function opening_waits_for_another() from public;
  create constraint trigger opening_waits_for_another after update of password_hash on account deferrable initially deferred
    for each row when (old.password_hash is null and new.password_hash is not null) execute function opening_waits_for_another();
  create constraint trigger opening_waits_for_another after insert on identity_link deferrable initially deferred
    for each row when (new.how = 'invitation') execute function opening_waits_for_another();
`;
