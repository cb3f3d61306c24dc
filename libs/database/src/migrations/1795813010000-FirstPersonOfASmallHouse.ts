import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Roles and standing grants where eyes suffice (decision 112). Of a house that was small from its beginning the first person's own roles and
 * the first standing grant hold at once: before them there is no second person, and nothing that they could open.
 */
export class FirstPersonOfASmallHouse1795813010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FIRST_PERSON, PROPOSALS, ROLES, GRANTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** `approves_alone`: no other person has an account that was opened and may approve a role. */
const FIRST_PERSON = `
  create function first_person_at(person uuid, moment timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from small_house_period where chosen_by_person_id = $1 and agreed_at is null and in_force_from <= $2
      and (ended_at is null or $2 < ended_at))
  $$;
  create function approves_alone(person uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select not exists (select 1 from role_in_force held join account on account.id = held.account_id
      where held.role in ('administrator', 'legal_approver') and held.person_id <> $1 and (account.password_hash is not null
        or exists (select 1 from identity_link where identity_link.account_id = account.id)
        or exists (select 1 from passkey where passkey.account_id = account.id)))
  $$;
  revoke all on function first_person_at(uuid, timestamptz), approves_alone(uuid) from public;
  grant execute on function first_person_at(uuid, timestamptz), approves_alone(uuid) to shouwen_runtime;
`;

const PROPOSALS = `
  alter table role_proposal drop constraint proposal_needs_second_person;
  alter table role_proposal add constraint no_person_decides_their_own_role
    check (state not in ('approved', 'refused') or decided_by_person_id <> person_id);
  create trigger proposal_needs_second_person before insert or update on role_proposal
    for each row when (new.state in ('approved', 'refused')) execute function eyes_must_suffice(
      'proposed_by_person_id', 'proposed_at', 'decided_by_person_id', 'decided_at', 'proposal_needs_second_person');
`;

/** An auditor's role one person gives, as ever; an administrator's set-up alone gives without a giver. */
const ROLES = `
  alter table role_assignment drop constraint role_needs_second_person, drop constraint administrator_needs_second_person;
  create function role_needs_second_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.role = 'auditor' or (new.role = 'administrator' and num_nonnulls(new.granted_by_person_id, new.approved_by_person_id) = 0) then
      return new;
    end if;
    if new.person_id = new.granted_by_person_id and new.person_id = new.approved_by_person_id and new.role <> 'administrator'
        and first_person_at(new.person_id, new.created_at) and approves_alone(new.person_id) then
      return new;
    end if;
    if num_nulls(new.granted_by_person_id, new.approved_by_person_id) > 0
        or new.person_id in (new.granted_by_person_id, new.approved_by_person_id)
        or (new.granted_by_person_id = new.approved_by_person_id and not exists (
          select 1 from role_proposal given where given.account_id = new.account_id and given.role = new.role
            and given.team_id is not distinct from new.team_id and given.client_id is not distinct from new.client_id
            and given.proposed_by_person_id = new.granted_by_person_id and given.state in ('waiting', 'approved')
            and eyes_suffice(given.proposed_by_person_id, given.proposed_at, new.approved_by_person_id, new.created_at))) then
      raise exception 'a role takes who gives it and who approves it, neither of whom gets it (role_needs_second_person)'
        using errcode = 'check_violation', constraint = 'role_needs_second_person';
    end if;
    return new;
  end $$;
  revoke all on function role_needs_second_person() from public;
  create trigger role_needs_second_person before insert or update of role, person_id, account_id, granted_by_person_id, approved_by_person_id
    on role_assignment for each row execute function role_needs_second_person();
`;

/** `first_grant_at`: there was no standing grant before. */
const GRANTS = `
  create function first_grant_at(proposal uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select first_person_at($2, $3) and not exists (select 1 from standing_grant where proposal_id is distinct from $1)
  $$;
  revoke all on function first_grant_at(uuid, uuid, timestamptz) from public;
  grant execute on function first_grant_at(uuid, uuid, timestamptz) to shouwen_runtime;

  alter table grant_proposal drop constraint grant_published_by_another;
  create function grant_published_by_another() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not eyes_suffice(new.proposed_by_person_id, new.proposed_at, new.decided_by_person_id, new.decided_at)
        and not (new.state = 'published' and first_grant_at(new.id, new.decided_by_person_id, new.decided_at)) then
      raise exception 'a standing grant is published by another (grant_published_by_another)'
        using errcode = 'check_violation', constraint = 'grant_published_by_another';
    end if;
    return new;
  end $$;
  revoke all on function grant_published_by_another() from public;
  create trigger grant_published_by_another before insert or update on grant_proposal
    for each row when (new.state in ('published', 'refused')) execute function grant_published_by_another();

  alter table standing_grant drop constraint grant_needs_four_eyes;
  create function grant_needs_four_eyes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.published_by_person_id = new.approved_by_person_id and not exists (select 1 from grant_proposal given
        where given.id = new.proposal_id and given.proposed_by_person_id = new.published_by_person_id
          and (eyes_suffice(given.proposed_by_person_id, given.proposed_at, new.approved_by_person_id, new.valid_from)
            or first_grant_at(given.id, new.approved_by_person_id, new.valid_from))) then
      raise exception 'a standing grant takes two (grant_needs_four_eyes)' using errcode = 'check_violation', constraint = 'grant_needs_four_eyes';
    end if;
    return new;
  end $$;
  revoke all on function grant_needs_four_eyes() from public;
  create trigger grant_needs_four_eyes before insert or update of published_by_person_id, approved_by_person_id on standing_grant
    for each row execute function grant_needs_four_eyes();
`;
