import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A second person of a small house whom the first alone let in is no second pair of eyes (decision 112): they decide nothing that takes two
 * persons in every house, what else the two decide counts as one person's, and it ends with the small house as that does.
 */
export class HandsOfOnePerson1795820600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [HANDS, ROLES, NEVER, OWN, FIRST_PERSON, SCHEDULES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/**
 * `hands_of`: a person, and everyone whom they alone let in, directly or through such people: no other ever gave them a role beyond an agent's,
 * or it was these who caused and confirmed what was last confirmed of their account. Read from rows that stay, so that it is known of any moment.
 */
const HANDS = `
  create function hands_of(root uuid, moment timestamptz) returns uuid[] language plpgsql stable set search_path = pg_catalog, public as $$
  declare
    hands uuid[] := array[root];
    more uuid[];
  begin
    loop
      with given(person, giver, approver) as (
        select person_id, granted_by_person_id, approved_by_person_id from role_assignment
        where role not in ('agent', 'auditor') and created_at <= moment
        union all
        select person_id, proposed_by_person_id, decided_by_person_id from role_proposal
        where state = 'approved' and role not in ('agent', 'auditor') and decided_at <= moment
      ), confirmed as (
        select person_id, caused_by_person_id, confirmed_by_person_id, rank() over (partition by person_id order by confirmed_at desc) as latest
        from role_suspension where confirmed_at <= moment
      )
      select array_agg(person) into more from (
        select person from given group by person having bool_and(coalesce(giver = any(hands) and approver = any(hands), false))
        union
        select person_id from confirmed where latest = 1 and caused_by_person_id = any(hands) and confirmed_by_person_id = any(hands)
      ) one where person <> all(hands);
      exit when more is null;
      hands := hands || more;
    end loop;
    return hands;
  end $$;
  create function rests_on(second uuid, first uuid, moment timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select coalesce(second <> first and second = any(hands_of(first, moment)), false)
  $$;
  create function by_one_person(first uuid, second uuid, moment timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select coalesce(first = second or exists (
      select 1 from (
        select proposed_by_person_id from role_proposal where state = 'approved' and proposed_by_person_id = decided_by_person_id
        union select caused_by_person_id from role_suspension where caused_by_person_id = confirmed_by_person_id
        union select granted_by_person_id from role_assignment where granted_by_person_id = approved_by_person_id
      ) alone(person), hands_of(alone.person, moment) hands where first = any(hands) and second = any(hands)), false)
  $$;
  revoke all on function hands_of(uuid, timestamptz), rests_on(uuid, uuid, timestamptz), by_one_person(uuid, uuid, timestamptz) from public;
  grant execute on function hands_of(uuid, timestamptz), rests_on(uuid, uuid, timestamptz), by_one_person(uuid, uuid, timestamptz) to shouwen_runtime;
`;

/** Kept beside the role, since every request asks which roles are in force. The oldest of administrators given so stays where no other is left. */
const ROLES = `
  alter table role_assignment add column by_one_person boolean not null default false;
  update role_assignment set by_one_person = by_one_person(granted_by_person_id, approved_by_person_id, created_at);
  create function role_by_one_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if rests_on(new.granted_by_person_id, new.person_id, new.created_at) and rests_on(new.approved_by_person_id, new.person_id, new.created_at) then
      raise exception 'a role is given by people who were not let in by who gets it (role_needs_second_person)'
        using errcode = 'check_violation', constraint = 'role_needs_second_person';
    end if;
    new.by_one_person := by_one_person(new.granted_by_person_id, new.approved_by_person_id, new.created_at);
    return new;
  end $$;
  revoke all on function role_by_one_person() from public;
  create trigger role_by_one_person before insert
    or update of role, person_id, account_id, granted_by_person_id, approved_by_person_id, created_at, by_one_person
    on role_assignment for each row execute function role_by_one_person();

  create or replace function ends_with_small_house(given role_assignment) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select given.by_one_person and (given.role <> 'administrator' or exists (
      select 1 from role_assignment other join account on account.id = other.account_id join person on person.id = other.person_id
      where other.role = 'administrator' and other.id <> given.id and num_nonnulls(other.team_id, other.client_id) = 0
        and (not other.by_one_person or (other.created_at, other.id) < (given.created_at, given.id))
        and account.disabled_at is null and person.left_at is null))
  $$;
  create or replace view role_in_force as
    select given.id, given.account_id, given.person_id, given.role, given.team_id, given.client_id
    from role_assignment given join account on account.id = given.account_id join person on person.id = given.person_id
    where account.disabled_at is null and person.left_at is null and not exists (
      select 1 from role_suspension waiting where waiting.person_id = given.person_id and waiting.confirmed_at is null
        and not (waiting.cause = 'opened_first' and given.role = 'agent'))
      -- Asked of these alone: every request reads this view.
      and case when given.by_one_person then not (rights_of_one_over(now()) and ends_with_small_house(given)) else true end;
`;

/** What takes two persons in every house: both from the same hands are one. `tg_argv`: both persons, when the second decided, the refusal's name. */
const NEVER = `
  create function other_hands() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    written jsonb := to_jsonb(new);
  begin
    if by_one_person((written ->> tg_argv[0])::uuid, (written ->> tg_argv[1])::uuid, (written ->> tg_argv[2])::timestamptz) then
      raise exception 'this takes a person whom the other did not let in alone (%)', tg_argv[3] using errcode = 'check_violation', constraint = tg_argv[3];
    end if;
    return new;
  end $$;
  revoke all on function other_hands() from public;
  create trigger release_takes_two before insert or update of released_by_person_id, released_at on legal_hold
    for each row when (new.released_by_person_id is not null)
    execute function other_hands('release_asked_by_person_id', 'released_by_person_id', 'released_at', 'release_takes_two');
  create trigger agreeing_takes_two before insert or update of decided_by_person_id, decided_at on data_request
    for each row when (new.decided_at is not null and new.kind <> 'access' and new.proposal = 'agree')
    execute function other_hands('proposed_by_person_id', 'decided_by_person_id', 'decided_at', 'request_takes_two');
`;

/** Own calls, scores, disputes and accounts: a person decides nothing for who alone let them in. The other way round they may. */
const OWN = `
  create or replace function nobody_judges_own_call() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare judge uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  begin
    if judge is not null and exists (
      select 1 from leg judged join leg own on own.call_id = judged.call_id
      where judged.id = new.leg_id and (own.person_id = judge or rests_on(judge, own.person_id, clock_timestamp())))
    then
      raise exception 'a person judges no call that they took' using errcode = 'check_violation', constraint = 'nobody_judges_own_call';
    end if;
    return new;
  end $$;
  create or replace function took_the_call(call uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from leg, counts_as($2, moment) eyes where leg.call_id = $1 and (eyes in (leg.person_id, leg.taken_by_person_id)
      or rests_on(eyes, leg.person_id, moment) or rests_on(eyes, leg.taken_by_person_id, moment)))
  $$;
  create function dispute_of_who_let_in(dispute uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from dispute one join leg on leg.call_id = one.call_id
      where one.id = $1 and (rests_on($2, one.filed_by_person_id, moment) or rests_on($2, leg.person_id, moment)))
  $$;
  revoke all on function dispute_of_who_let_in(uuid, uuid, timestamptz) from public;
  grant execute on function dispute_of_who_let_in(uuid, uuid, timestamptz) to shouwen_runtime;
  create function others_hands_decide_disputes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if dispute_of_who_let_in(new.dispute_id, new.decided_by_person_id, new.decided_at) then
      raise exception 'a person decides no dispute of who alone let them in' using errcode = 'check_violation', constraint = 'others_decide_disputes';
    end if;
    return new;
  end $$;
  create trigger others_hands_decide_disputes before insert on dispute_decision for each row execute function others_hands_decide_disputes();
  create function decides_no_call_of_who_let_in() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    written jsonb := to_jsonb(new);
  begin
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id
        where listed.request_id = new.request_id and rests_on((written ->> tg_argv[0])::uuid, leg.person_id, (written ->> tg_argv[1])::timestamptz)) then
      raise exception 'a person decides nothing about a call of who alone let them in (%)', tg_argv[2]
        using errcode = 'check_violation', constraint = tg_argv[2];
    end if;
    return new;
  end $$;
  create trigger decides_no_call_of_who_let_in before insert on legal_decision for each row
    execute function decides_no_call_of_who_let_in('decided_by_person_id', 'decided_at', 'decision_by_another_team');
  create trigger decides_no_call_of_who_let_in before insert on break_glass_review for each row
    execute function decides_no_call_of_who_let_in('reviewed_by_person_id', 'reviewed_at', 'review_by_another_team');
  create function confirms_not_who_let_in() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if rests_on(new.confirmed_by_person_id, new.person_id, new.confirmed_at) then
      raise exception 'a person does not confirm who alone let them in' using errcode = 'check_violation', constraint = 'confirmation_needs_another_person';
    end if;
    return new;
  end $$;
  create trigger confirms_not_who_let_in before update of confirmed_by_person_id on role_suspension
    for each row when (new.confirmed_at is not null) execute function confirms_not_who_let_in();
  revoke all on function others_hands_decide_disputes(), decides_no_call_of_who_let_in(), confirms_not_who_let_in() from public;
`;

/** The first person takes roles as long as no other who may approve has opened an account; that one did stays known when their role is gone. */
const FIRST_PERSON = `
  alter table account add column approver_opened_at timestamptz;
  update account set approver_opened_at = now() where account_has_way_in(id) and (
    exists (select 1 from role_assignment where account_id = account.id and role in ('administrator', 'legal_approver'))
    or exists (select 1 from role_proposal where account_id = account.id and state = 'approved' and role in ('administrator', 'legal_approver')));
  create function approver_opened_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    new.approver_opened_at := coalesce(old.approver_opened_at, new.approver_opened_at);
    if new.approver_opened_at is null and new.password_hash is not null
        and exists (select 1 from role_assignment where account_id = new.id and role in ('administrator', 'legal_approver')) then
      new.approver_opened_at := clock_timestamp();
    end if;
    return new;
  end $$;
  create trigger approver_opened_stays before update of password_hash, approver_opened_at on account
    for each row execute function approver_opened_stays();
  create function approver_opened() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    update account set approver_opened_at = clock_timestamp() where id = new.account_id and approver_opened_at is null and account_has_way_in(id)
      and exists (select 1 from role_assignment where account_id = account.id and role in ('administrator', 'legal_approver'));
    return null;
  end $$;
  create trigger approver_opened after insert or update of role, account_id on role_assignment for each row execute function approver_opened();
  create trigger approver_opened after insert on identity_link for each row execute function approver_opened();
  create trigger approver_opened after insert on passkey for each row execute function approver_opened();
  revoke all on function approver_opened_stays(), approver_opened() from public;
  create or replace function approves_alone(person uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select not exists (select 1 from account where person_id <> $1 and approver_opened_at is not null)
  $$;
`;

/** Recordings that one person lets fall due earlier wait a week in the queue, in which someone may see them there and place a hold. */
const SCHEDULES = `
  create function schedule_of_one_waits() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if coalesce((new.schedule ->> 'graceDays')::int, 0) < 7 and by_one_person(new.proposed_by_person_id, new.decided_by_person_id, new.decided_at) then
      raise exception 'what one person lets fall due waits a week' using errcode = 'check_violation', constraint = 'schedule_of_one_waits';
    end if;
    return new;
  end $$;
  revoke all on function schedule_of_one_waits() from public;
  create trigger schedule_waits_of_one before insert or update of decision, decided_by_person_id, decided_at on retention_schedule
    for each row when (new.decision = 'agreed') execute function schedule_of_one_waits();
`;
