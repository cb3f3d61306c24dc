import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Opening recordings in an emergency, and the review that another person owes it (ADR 0038). */
export class BreakGlass1795636800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(OPENING);
    await runner.query(REVIEW);
    await runner.query(GRANT);
    await runner.query(`
      grant select, insert on break_glass_opening, break_glass_review to shouwen_runtime;
      grant update (overdue_told_at) on break_glass_opening to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(GRANT_BEFORE);
    await runner.query(`
      drop trigger legal_request_opened_by_opening on legal_request;
      drop trigger legal_request_reviewed_by_review on legal_request;
      drop trigger legal_request_not_born_open on legal_request;
      drop trigger legal_request_opening_stays on legal_request;
      drop table break_glass_review, break_glass_opening;
      drop function break_glass_opening_by_requester, legal_request_opened_by_opening, break_glass_review_by_another,
        legal_request_reviewed_by_review;
    `);
  }
}

const TABLES = `
  create table break_glass_opening (
    request_id uuid primary key,
    opened_by_person_id uuid not null,
    opened_by_account_id uuid not null,
    -- When the session last proved who sat there.
    proved_at timestamptz not null,
    opened_at timestamptz not null,
    -- Until when another person has to review it.
    review_by timestamptz not null,
    -- When it was told that nobody did.
    overdue_told_at timestamptz,
    constraint opening_by_the_requester foreign key (request_id, opened_by_person_id)
      references legal_request (id, requested_by_person_id),
    constraint opening_account_and_its_person foreign key (opened_by_account_id, opened_by_person_id) references account (id, person_id),
    constraint opening_needs_fresh_proof check (opened_at - proved_at <= interval '6 minutes'),
    constraint review_is_due_soon check (review_by > opened_at and review_by <= opened_at + interval '60 days'),
    constraint opening_of_person unique (request_id, opened_by_person_id)
  );
  create index break_glass_opening_of_person on break_glass_opening (opened_by_person_id, review_by);

  create table break_glass_review (
    request_id uuid primary key,
    opened_by_person_id uuid not null,
    outcome text not null check (outcome in ('justified','not_justified')),
    reviewed_by_person_id uuid not null,
    reviewed_by_account_id uuid not null,
    proved_at timestamptz not null,
    reviewed_at timestamptz not null,
    constraint review_and_its_opener foreign key (request_id, opened_by_person_id)
      references break_glass_opening (request_id, opened_by_person_id),
    constraint review_account_and_its_person foreign key (reviewed_by_account_id, reviewed_by_person_id) references account (id, person_id),
    constraint review_needs_another_person check (reviewed_by_person_id <> opened_by_person_id),
    constraint review_needs_fresh_proof check (reviewed_at - proved_at <= interval '6 minutes')
  );
`;

/** A requester, of a draft, and nobody whose last opening waits too long for its review. */
const OPENING = `
  create function break_glass_opening_by_requester() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and state = 'draft') then
      raise exception 'only a draft is opened' using errcode = 'check_violation', constraint = 'opening_of_a_draft';
    end if;
    if not exists (select 1 from role_assignment join account on account.id = account_id
        where account_id = new.opened_by_account_id and role = 'legal_requester' and disabled_at is null) then
      raise exception 'only a requester opens' using errcode = 'check_violation', constraint = 'opening_by_a_requester';
    end if;
    if exists (select 1 from break_glass_opening opening join legal_request request on request.id = opening.request_id
        where opening.opened_by_person_id = new.opened_by_person_id and request.state = 'opened'
          and opening.review_by <= greatest(now(), new.opened_at)) then
      raise exception 'an earlier opening was not reviewed in time' using errcode = 'check_violation', constraint = 'review_overdue';
    end if;
    return new;
  end $$;
  create trigger break_glass_opening_by_requester before insert on break_glass_opening
    for each row execute function break_glass_opening_by_requester();

  create function legal_request_opened_by_opening() returns trigger language plpgsql as $$
  declare
    opening break_glass_opening;
    listed int;
  begin
    select * into opening from break_glass_opening where request_id = new.id;
    if not found or tg_op = 'INSERT' or old.state <> 'draft' then
      raise exception 'an emergency opening has its opener' using errcode = 'check_violation', constraint = 'opened_by_opening';
    end if;
    select count(*) into listed from legal_request_recording where request_id = new.id;
    if not new.break_glass or new.action <> 'listen' or new.rendition <> 'masked' or listed not between 1 and 20
        or new.plays_allowed > 10 or new.expires_at > opening.opened_at + interval '4 hours' then
      raise exception 'an emergency opens little, and not for long' using errcode = 'check_violation', constraint = 'opening_is_small';
    end if;
    return new;
  end $$;
  create trigger legal_request_opened_by_opening before update on legal_request
    for each row when (new.state = 'opened' and old.state is distinct from 'opened') execute function legal_request_opened_by_opening();
`;

const REVIEW = `
  create function break_glass_review_by_another() returns trigger language plpgsql as $$
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
          or leg.team_id = (select team_id from person where id = new.reviewed_by_person_id))) then
      raise exception 'nobody of a recorded team reviews' using errcode = 'check_violation', constraint = 'review_by_another_team';
    end if;
    return new;
  end $$;
  create trigger break_glass_review_by_another before insert on break_glass_review
    for each row execute function break_glass_review_by_another();

  create function legal_request_reviewed_by_review() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from break_glass_review where request_id = new.id) then
      raise exception 'a review has its reviewer' using errcode = 'check_violation', constraint = 'reviewed_by_review';
    end if;
    return new;
  end $$;
  create trigger legal_request_reviewed_by_review before update on legal_request
    for each row when (new.state = 'reviewed' and old.state is distinct from 'reviewed') execute function legal_request_reviewed_by_review();
  create trigger legal_request_not_born_open before insert on legal_request
    for each row when (new.state in ('opened','reviewed')) execute function legal_request_opened_by_opening();
  create trigger legal_request_opening_stays before update on legal_request
    for each row when ((old.state = 'opened' and new.state not in ('opened','reviewed')) or (old.state = 'reviewed' and new.state <> 'reviewed'))
    execute function legal_request_opened_by_opening();
`;

const grantTrigger = (refused: string): string => `
  create or replace function request_grant_is_approved() returns trigger language plpgsql as $$
  declare
    request legal_request;
    approvals int;
  begin
    select * into strict request from legal_request where id = new.request_id;
    select count(distinct decided_by_person_id) into approvals from legal_decision
      where request_id = new.request_id and round = request.round and decision = 'approve';
    if ${refused} then
      raise exception 'a grant needs its approvals' using errcode = 'check_violation', constraint = 'grant_needs_approvals';
    end if;
    if (new.action, new.rendition, new.plays_allowed, new.expires_at)
      is distinct from (request.action, request.rendition, request.plays_allowed, request.expires_at) then
      raise exception 'a grant is what was approved' using errcode = 'check_violation', constraint = 'grant_is_what_was_approved';
    end if;
    return new;
  end $$;
`;

const APPROVED = `request.state <> 'approved' or approvals < request.approvals_needed`;
/** That a request is opened at all says its own trigger: by its requester, little, and not for long. */
const GRANT = grantTrigger(
  `(request.break_glass and request.state <> 'opened') or (not request.break_glass and (${APPROVED}))`,
);
const GRANT_BEFORE = grantTrigger(`request.break_glass or ${APPROVED}`);
