import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Legal cases, requests with their frozen lists, decisions and the grants that come of them (ADR 0034). */
export class LegalRequests1764300200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FOUR_EYES);
    await runner.query(`
      grant select, insert on legal_case, legal_request_recording, legal_decision, legal_request_event to shouwen_runtime;
      grant update (title, state, closed_by_person_id, closed_at) on legal_case to shouwen_runtime;
      grant select, insert, update on legal_request to shouwen_runtime;
      grant select, insert on request_grant to shouwen_runtime;
      grant update (plays_used, revoked_at, revoked_by_person_id) on request_grant to shouwen_runtime;
      grant usage on sequence legal_request_number, request_grant_number to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table request_grant, legal_request_event, legal_decision, legal_request_recording, legal_request, legal_case;
      drop sequence legal_request_number, request_grant_number;
      drop function legal_request_stays_as_submitted, legal_list_is_frozen, legal_decision_by_another, request_grant_is_approved;
      alter table account drop constraint account_of_one_person;
    `);
  }
}

const TABLES = `
  -- What a decision names: the account, and whose it is. A second account is still the same person.
  alter table account add constraint account_of_one_person unique (id, person_id);

  create table legal_case (
    id uuid primary key,
    reference text not null unique,
    title text not null,
    state text not null check (state in ('open','closed')),
    opened_by_person_id uuid not null references person (id),
    opened_at timestamptz not null,
    closed_by_person_id uuid references person (id),
    closed_at timestamptz,
    constraint closed_by_somebody_at_a_time check (num_nulls(closed_by_person_id, closed_at) = case state when 'open' then 2 else 0 end)
  );

  create sequence legal_request_number;
  create table legal_request (
    id uuid primary key,
    code text not null unique,
    requested_by_person_id uuid not null references person (id),
    purpose text not null check (purpose in ('quality','dispute','evidence','compliance','subject_access')),
    legal_case_id uuid references legal_case (id),
    -- Whether the agents who were recorded are not told who asked.
    confidential boolean not null,
    reason text not null,
    filter jsonb not null,
    action text not null check (action in ('listen','transcript','evidence_export')),
    rendition text not null check (rendition in ('masked','original')),
    -- For all recordings of the list together.
    plays_allowed int not null check (plays_allowed between 1 and 10000),
    -- Until when the access is wanted: the grant ends then.
    expires_at timestamptz not null,
    -- Until when it has to be decided; set when it is submitted.
    decide_by timestamptz,
    state text not null check (state in
      ('draft','submitted','asked_back','answered','approved','rejected','expired','withdrawn','opened','reviewed')),
    state_at timestamptz not null,
    -- Counts the times that it was answered: an approval is of one round.
    round int not null default 1,
    recordings int not null default 0,
    approvals_needed int not null,
    break_glass boolean not null default false,
    created_at timestamptz not null,
    submitted_at timestamptz,
    constraint export_takes_two check (break_glass or approvals_needed = case action when 'evidence_export' then 2 else 1 end),
    constraint submitted_at_a_time check ((state in ('draft')) = (submitted_at is null) or state = 'withdrawn'),
    constraint export_needs_no_break_glass check (not break_glass or action <> 'evidence_export'),
    constraint opened_by_break_glass check ((state in ('opened','reviewed')) <= break_glass),
    constraint request_of_person unique (id, requested_by_person_id)
  );
  create index legal_request_waiting on legal_request (decide_by) where state in ('submitted','asked_back','answered');
  create index legal_request_of_person on legal_request (requested_by_person_id, created_at);
  create index legal_request_of_case on legal_request (legal_case_id);

  create table legal_request_recording (
    request_id uuid not null references legal_request (id),
    recording_id uuid not null references recording (id),
    leg_id uuid not null references leg (id),
    call_id uuid not null references call (id),
    primary key (request_id, recording_id)
  );
  create index legal_request_recording_call on legal_request_recording (call_id);
  create index legal_request_recording_recording on legal_request_recording (recording_id);

  create table legal_decision (
    id uuid primary key,
    request_id uuid not null,
    requested_by_person_id uuid not null,
    round int not null,
    decision text not null check (decision in ('approve','reject','ask_back')),
    decided_by_person_id uuid not null,
    decided_by_account_id uuid not null,
    -- When the session last proved who sat there.
    proved_at timestamptz not null,
    decided_at timestamptz not null,
    constraint request_and_its_requester foreign key (request_id, requested_by_person_id)
      references legal_request (id, requested_by_person_id),
    constraint account_and_its_person foreign key (decided_by_account_id, decided_by_person_id) references account (id, person_id),
    constraint decision_needs_another_person check (decided_by_person_id <> requested_by_person_id),
    constraint decision_needs_fresh_proof check (decided_at - proved_at <= interval '6 minutes'),
    constraint one_decision_a_person_a_round unique (request_id, round, decided_by_person_id)
  );

  -- What happened, for people to read; what was said in words stands here alone.
  create table legal_request_event (
    id uuid primary key,
    request_id uuid not null references legal_request (id),
    at timestamptz not null,
    action text not null check (action in ('submitted','approved_by_one','approved','rejected','asked_back','answered',
      'withdrawn','expired','revoked','used_up','opened','reviewed')),
    by_person_id uuid references person (id),
    words text
  );
  create index legal_request_event_request on legal_request_event (request_id, at, id);

  create sequence request_grant_number;
  create table request_grant (
    id uuid primary key,
    code text not null unique,
    request_id uuid not null unique,
    person_id uuid not null,
    action text not null check (action in ('listen','transcript','evidence_export')),
    rendition text not null check (rendition in ('masked','original')),
    plays_allowed int not null,
    plays_used int not null default 0,
    valid_from timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by_person_id uuid references person (id),
    constraint grant_is_the_requesters foreign key (request_id, person_id) references legal_request (id, requested_by_person_id),
    constraint plays_within_what_is_allowed check (plays_used between 0 and plays_allowed),
    constraint revoked_by_somebody_at_a_time check ((revoked_at is null) = (revoked_by_person_id is null))
  );
  create index request_grant_person on request_grant (person_id, expires_at);
`;

/** Stands behind the code: what the services refuse, the database refuses too, whoever writes. */
const FOUR_EYES = `
  create function legal_request_stays_as_submitted() returns trigger language plpgsql as $$
  begin
    if old.state <> 'draft' and (old.requested_by_person_id, old.purpose, old.legal_case_id, old.confidential, old.reason, old.filter,
        old.action, old.rendition, old.plays_allowed, old.expires_at, old.recordings, old.approvals_needed, old.break_glass, old.code)
      is distinct from (new.requested_by_person_id, new.purpose, new.legal_case_id, new.confidential, new.reason, new.filter,
        new.action, new.rendition, new.plays_allowed, new.expires_at, new.recordings, new.approvals_needed, new.break_glass, new.code) then
      raise exception 'a request stays as it was submitted' using errcode = 'check_violation', constraint = 'request_stays_as_submitted';
    end if;
    return new;
  end $$;
  create trigger legal_request_stays_as_submitted before update on legal_request
    for each row execute function legal_request_stays_as_submitted();

  create function legal_list_is_frozen() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and state = 'draft') then
      raise exception 'the list of a request is frozen' using errcode = 'check_violation', constraint = 'list_is_frozen';
    end if;
    return new;
  end $$;
  create trigger legal_list_is_frozen before insert on legal_request_recording
    for each row execute function legal_list_is_frozen();

  create function legal_decision_by_another() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and round = new.round and state in ('submitted','answered')) then
      raise exception 'the request does not wait for a decision' using errcode = 'check_violation', constraint = 'decision_of_what_waits';
    end if;
    if not exists (select 1 from role_assignment join account on account.id = account_id
        where account_id = new.decided_by_account_id and role = 'legal_approver' and disabled_at is null) then
      raise exception 'only an approver decides' using errcode = 'check_violation', constraint = 'decision_by_an_approver';
    end if;
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id
        where listed.request_id = new.request_id and (leg.person_id = new.decided_by_person_id
          or leg.team_id = (select team_id from person where id = new.decided_by_person_id))) then
      raise exception 'nobody of a recorded team decides' using errcode = 'check_violation', constraint = 'decision_by_another_team';
    end if;
    return new;
  end $$;
  create trigger legal_decision_by_another before insert on legal_decision
    for each row execute function legal_decision_by_another();

  create function request_grant_is_approved() returns trigger language plpgsql as $$
  declare
    request legal_request;
    approvals int;
  begin
    select * into strict request from legal_request where id = new.request_id;
    select count(distinct decided_by_person_id) into approvals from legal_decision
      where request_id = new.request_id and round = request.round and decision = 'approve';
    if request.break_glass or request.state <> 'approved' or approvals < request.approvals_needed then
      raise exception 'a grant needs its approvals' using errcode = 'check_violation', constraint = 'grant_needs_approvals';
    end if;
    if (new.action, new.rendition, new.plays_allowed, new.expires_at)
      is distinct from (request.action, request.rendition, request.plays_allowed, request.expires_at) then
      raise exception 'a grant is what was approved' using errcode = 'check_violation', constraint = 'grant_is_what_was_approved';
    end if;
    return new;
  end $$;
  create trigger request_grant_is_approved before insert on request_grant
    for each row execute function request_grant_is_approved();
`;
