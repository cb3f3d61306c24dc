import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Rights that wait for a second person: whoever was invited again, or lost their second factor to an administrator, may be somebody else now
 * (ADR 0043). `role_in_force` is what everybody asks who wants to know what a person may do; `role_assignment` says only what was given.
 */
export class SuspendedRights1795710100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(IN_FORCE);
    await runner.query(CONFIRMING);
    await runner.query(REINVITING);
    await runner.query(ACTING);
    await runner.query(`
      grant select, insert on role_suspension to shouwen_runtime;
      grant update (confirmed_by_person_id, confirmed_by_account_id, confirmed_at) on role_suspension to shouwen_runtime;
      grant select on role_in_force to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger with_role_in_force on legal_decision;
      drop trigger with_role_in_force on break_glass_opening;
      drop trigger with_role_in_force on break_glass_review;
      drop trigger with_role_in_force on role_proposal;
      drop function acts_by_role_in_force;
      drop trigger account_taken_is_suspended on account;
      drop function account_taken_is_suspended;
      drop view role_in_force;
      drop table role_suspension;
      drop function role_suspension_confirmed_by_another;
    `);
  }
}

const TABLE = `
  create table role_suspension (
    id uuid primary key,
    person_id uuid not null references person (id),
    -- Through which account; the rights of all of the person's accounts wait.
    account_id uuid not null,
    cause text not null check (cause in ('invited_again','second_factor_removed','way_in_reset')),
    -- null: by the command on the machine.
    caused_by_person_id uuid references person (id),
    caused_at timestamptz not null,
    confirmed_by_person_id uuid,
    confirmed_by_account_id uuid,
    confirmed_at timestamptz,
    constraint suspension_account_and_its_person foreign key (account_id, person_id) references account (id, person_id),
    constraint confirming_account_and_its_person foreign key (confirmed_by_account_id, confirmed_by_person_id) references account (id, person_id),
    constraint confirmed_by_somebody_at_a_time check (
      (confirmed_at is null) = (confirmed_by_person_id is null) and (confirmed_at is null) = (confirmed_by_account_id is null)),
    constraint confirmation_needs_another_person check (
      confirmed_by_person_id is null
      or (confirmed_by_person_id <> person_id and confirmed_by_person_id is distinct from caused_by_person_id))
  );
  create index role_suspension_open on role_suspension (person_id) where confirmed_at is null;
`;

/** An auditor's role reaches neither content nor decisions, and one person may give it: it goes on. */
const IN_FORCE = `
  create view role_in_force as
    select given.id, given.account_id, given.person_id, given.role, given.team_id, given.client_id
    from role_assignment given join account on account.id = given.account_id join person on person.id = given.person_id
    where account.disabled_at is null and person.left_at is null and (given.role = 'auditor' or not exists (
      select 1 from role_suspension waiting where waiting.person_id = given.person_id and waiting.confirmed_at is null));
`;

const CONFIRMING = `
  create function role_suspension_confirmed_by_another() returns trigger language plpgsql as $$
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
        and other.caused_by_person_id = new.confirmed_by_person_id) then
      raise exception 'who caused a suspension confirms none of that person' using errcode = 'check_violation',
        constraint = 'confirmation_needs_another_person';
    end if;
    return new;
  end $$;
  create trigger role_suspension_confirmed_by_another before insert or update on role_suspension
    for each row execute function role_suspension_confirmed_by_another();
`;

/** Whoever empties the password of an account that was opened has it opened anew, by a code that they hold: its person's rights wait. */
const REINVITING = `
  create function account_taken_is_suspended() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from role_suspension where account_id = new.id and confirmed_at is null) then
      raise exception 'who is invited again has their rights suspended' using errcode = 'check_violation', constraint = 'invited_again_is_suspended';
    end if;
    return new;
  end $$;
  create constraint trigger account_taken_is_suspended after update of password_hash on account deferrable initially deferred
    for each row when (old.password_hash is not null and new.password_hash is null) execute function account_taken_is_suspended();
`;

/** Fires after what else is looked at of the row (triggers go by their names). `tg_argv`: the column that says who acts, whether it names an account or a person, and the roles of which one must be in force. */
const ACTING = `
  create function acts_by_role_in_force() returns trigger language plpgsql as $$
  declare
    actor uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  begin
    if not exists (select 1 from role_in_force held where held.role = any(string_to_array(tg_argv[2], ','))
        and case tg_argv[1] when 'account' then held.account_id else held.person_id end = actor) then
      raise exception 'the role of who acts is not in force' using errcode = 'check_violation', constraint = 'acts_by_role_in_force';
    end if;
    return new;
  end $$;
  create trigger with_role_in_force before insert on legal_decision
    for each row execute function acts_by_role_in_force('decided_by_account_id', 'account', 'legal_approver');
  create trigger with_role_in_force before insert on break_glass_opening
    for each row execute function acts_by_role_in_force('opened_by_account_id', 'account', 'legal_requester');
  create trigger with_role_in_force before insert on break_glass_review
    for each row execute function acts_by_role_in_force('reviewed_by_account_id', 'account', 'legal_approver');
  create trigger with_role_in_force before update on role_proposal
    for each row when (new.state = 'approved' and old.state <> 'approved')
    execute function acts_by_role_in_force('decided_by_person_id', 'person', 'legal_approver,administrator');
`;
