import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Decisions that one person may take twice, a day apart, in a small house (decision 112). What stays a plain constraint stays for two persons
 * everywhere: own calls, scores, disputes and accounts, erasing what a person asked to have erased, and the end of a hold.
 */
export class DecisionsInSmallHouses1795813020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [VERSIONS, CHECKLISTS, RESTART, DATA_REQUESTS, BEST_CALLS, LEGAL, APPROVALS, OPENINGS])
      await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const VERSIONS = `
  alter table retention_schedule drop constraint schedule_takes_two;
  create trigger schedule_takes_two before insert or update on retention_schedule
    for each row when (new.decision = 'agreed') execute function eyes_must_suffice(
      'proposed_by_person_id', 'proposed_at', 'decided_by_person_id', 'decided_at', 'schedule_takes_two');
  alter table redaction_policy drop constraint weaker_policy_needs_second_person;
  alter table redaction_policy add constraint weaker_policy_has_its_people
    check (decision is distinct from 'agreed' or (decided_by_person_id is not null and proposed_by_person_id is not null));
  create trigger weaker_policy_needs_second_person before insert or update on redaction_policy
    for each row when (new.decision = 'agreed') execute function eyes_must_suffice(
      'proposed_by_person_id', 'proposed_at', 'decided_by_person_id', 'decided_at', 'weaker_policy_needs_second_person');
  alter table consent_rule_set drop constraint consent_rules_take_two;
  create trigger consent_rules_take_two before insert or update on consent_rule_set
    for each row when (new.decision = 'agreed' and new.version > 1) execute function eyes_must_suffice(
      'proposed_by_person_id', 'proposed_at', 'decided_by_person_id', 'decided_at', 'consent_rules_take_two');
`;

/** An author asked for it first; what was written since asks anew. */
const CHECKLISTS = `
  alter table checklist_version drop constraint another_person_publishes;
  create function another_person_publishes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.published_by_person_id is null or coalesce(cardinality(new.author_person_ids), 0) = 0
        or (new.published_by_person_id = any(new.author_person_ids) and not exists (select 1 from checklist_draft draft
          where draft.checklist_id = new.checklist_id
            and eyes_suffice(new.published_by_person_id, draft.asked_at, new.published_by_person_id, new.published_at))) then
      raise exception 'another person than its authors publishes a checklist (another_person_publishes)'
        using errcode = 'check_violation', constraint = 'another_person_publishes';
    end if;
    return new;
  end $$;
  revoke all on function another_person_publishes() from public;
  create trigger another_person_publishes before insert or update of published_by_person_id, author_person_ids on checklist_version
    for each row when (new.origin <> 'shipped') execute function another_person_publishes();
`;

const RESTART = `
  create or replace function restart_takes_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.restart_asked_by_person_id is null or new.confirmed_by_person_id is null
        or not eyes_suffice(old.restart_asked_by_person_id, old.restart_asked_at, new.confirmed_by_person_id, new.confirmed_at) then
      raise exception 'two people start retention again after a restore' using errcode = 'check_violation', constraint = 'restart_takes_two';
    end if;
    return new;
  end $$;
`;

/** Agreeing to erase destroys before the schedule says so: that one person never does alone. */
const DATA_REQUESTS = `
  alter table data_request drop constraint request_takes_two;
  alter table data_request add constraint request_takes_two
    check (kind = 'access' or proposal is distinct from 'agree' or decided_by_person_id <> proposed_by_person_id);
  create trigger request_takes_two before insert or update on data_request
    for each row when (new.decided_at is not null) execute function eyes_must_suffice(
      'proposed_by_person_id', 'proposed_at', 'decided_by_person_id', 'decided_at', 'request_takes_two');
`;

const BEST_CALLS = `
  alter table best_call drop constraint published_by_a_second;
  alter table best_call add constraint not_published_by_its_agent check (published_by_person_id <> agent_person_id);
  create trigger published_by_a_second before insert or update on best_call
    for each row when (new.published_at is not null) execute function eyes_must_suffice(
      'nominated_by_person_id', 'nominated_at', 'published_by_person_id', 'published_at', 'published_by_a_second');
`;

/**
 * The requester's last word is the first decision; each approval is compared with it and with those before. Members of a recorded team decide
 * in a small house, which often has one team; who took a call decides nothing about it.
 */
const LEGAL = `
  alter table legal_decision drop constraint decision_needs_another_person, drop constraint one_decision_a_person_a_round;
  create function decision_needs_another_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    asked_at timestamptz := (select state_at from legal_request where id = new.request_id);
  begin
    if not eyes_suffice(new.requested_by_person_id, asked_at, new.decided_by_person_id, new.decided_at) then
      raise exception 'another person decides a request (decision_needs_another_person)' using errcode = 'check_violation', constraint = 'decision_needs_another_person';
    end if;
    if exists (select 1 from legal_decision other where other.request_id = new.request_id and other.round = new.round
        and not eyes_suffice(other.decided_by_person_id, other.decided_at, new.decided_by_person_id, new.decided_at)) then
      raise exception 'a person decides once in a round (one_decision_a_person_a_round)' using errcode = 'check_violation', constraint = 'one_decision_a_person_a_round';
    end if;
    return new;
  end $$;
  revoke all on function decision_needs_another_person() from public;
  create trigger decision_needs_another_person before insert on legal_decision
    for each row execute function decision_needs_another_person();

  create or replace function legal_decision_by_another() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and round = new.round and state in ('submitted','answered')) then
      raise exception 'the request does not wait for a decision' using errcode = 'check_violation', constraint = 'decision_of_what_waits';
    end if;
    if not exists (select 1 from role_assignment held join account on account.id = held.account_id
        where held.role = 'legal_approver' and disabled_at is null
          and case when new.for_person_id is null then held.account_id = new.decided_by_account_id else held.person_id = new.for_person_id end) then
      raise exception 'only an approver decides' using errcode = 'check_violation', constraint = 'decision_by_an_approver';
    end if;
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id
        where listed.request_id = new.request_id and (leg.person_id in (new.decided_by_person_id, new.for_person_id)
          or (not small_house_at(new.decided_at)
            and leg.team_id in (select team_id from person where id in (new.decided_by_person_id, new.for_person_id))))) then
      raise exception 'members of a recorded team do not decide' using errcode = 'check_violation', constraint = 'decision_by_another_team';
    end if;
    if exists (select 1 from legal_decision other where other.request_id = new.request_id and other.round = new.round
        and (other.for_person_id in (new.decided_by_person_id, new.for_person_id) or other.decided_by_person_id = new.for_person_id)) then
      raise exception 'a deputy and the person who is away are one voice' using errcode = 'check_violation', constraint = 'one_voice_for_both';
    end if;
    return new;
  end $$;
  drop trigger legal_decision_by_another_team_then on legal_decision;
  create trigger legal_decision_by_another_team_then before insert on legal_decision
    for each row when (not small_house_at(new.decided_at)) execute function legal_decision_by_another_team_then();
`;

/** The trigger above lets no person approve twice but a day apart in a small house: approvals are counted, and no longer persons. */
const APPROVALS = `
  create or replace function legal_request_approved_by_approvals() returns trigger language plpgsql as $$
  declare
    approvals int;
    narrowed boolean;
  begin
    select count(*) filter (where decision = 'approve'), coalesce(bool_or(decision = 'approve_listening'), false)
      into approvals, narrowed from legal_decision where request_id = new.id and round = new.round;
    if approvals < new.approvals_needed and not (narrowed and new.action = 'listen_and_export') then
      raise exception 'a request needs its approvals' using errcode = 'check_violation', constraint = 'request_needs_approvals';
    end if;
    return new;
  end $$;
  create or replace function request_grant_is_approved() returns trigger language plpgsql as $$
  declare
    request legal_request;
    approvals int;
    narrowed boolean;
    approved boolean;
    times int;
  begin
    select * into strict request from legal_request where id = new.request_id;
    select count(*) filter (where decision = 'approve'), coalesce(bool_or(decision = 'approve_listening'), false)
      into approvals, narrowed from legal_decision where request_id = new.request_id and round = request.round;
    approved := request.state = 'approved' and case when narrowed then request.action = 'listen_and_export' and new.action = 'listen'
      else approvals >= request.approvals_needed end;
    if (request.break_glass and request.state <> 'opened') or (not request.break_glass and not approved) then
      raise exception 'a grant needs its approvals' using errcode = 'check_violation', constraint = 'grant_needs_approvals';
    end if;
    times := case when new.action = request.action then request.plays_allowed
      when request.action <> 'listen_and_export' then null
      when new.action = 'listen' then request.plays_allowed
      when new.action = 'evidence_export' then request.downloads_allowed end;
    if (new.rendition, new.plays_allowed, new.expires_at) is distinct from (request.rendition, times, request.expires_at) then
      raise exception 'a grant is what was approved' using errcode = 'check_violation', constraint = 'grant_is_what_was_approved';
    end if;
    return new;
  end $$;
`;

const OPENINGS = `
  alter table break_glass_review drop constraint review_needs_another_person;
  create function review_needs_another_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    opened timestamptz := (select opened_at from break_glass_opening where request_id = new.request_id);
  begin
    if not eyes_suffice(new.opened_by_person_id, opened, new.reviewed_by_person_id, new.reviewed_at) then
      raise exception 'another person reviews an opening (review_needs_another_person)' using errcode = 'check_violation', constraint = 'review_needs_another_person';
    end if;
    return new;
  end $$;
  revoke all on function review_needs_another_person() from public;
  create trigger review_needs_another_person before insert on break_glass_review
    for each row execute function review_needs_another_person();

  create or replace function break_glass_review_by_another() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and state = 'opened') then
      raise exception 'nothing waits for a review' using errcode = 'check_violation', constraint = 'review_of_what_is_opened';
    end if;
    if not exists (select 1 from role_assignment join account on account.id = account_id
        where account_id = new.reviewed_by_account_id and role = 'legal_approver' and disabled_at is null) then
      raise exception 'only an approver reviews' using errcode = 'check_violation', constraint = 'review_by_an_approver';
    end if;
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id
        where listed.request_id = new.request_id and (leg.person_id = new.reviewed_by_person_id
          or (not small_house_at(new.reviewed_at) and leg.team_id = (select team_id from person where id = new.reviewed_by_person_id)))) then
      raise exception 'members of a recorded team do not review' using errcode = 'check_violation', constraint = 'review_by_another_team';
    end if;
    return new;
  end $$;
  drop trigger break_glass_review_by_another_team_then on break_glass_review;
  create trigger break_glass_review_by_another_team_then before insert on break_glass_review
    for each row when (not small_house_at(new.reviewed_at)) execute function break_glass_review_by_another_team_then();
`;
