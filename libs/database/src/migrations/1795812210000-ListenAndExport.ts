import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * One request may ask to listen and to export (ADR 0034): it takes the approvals of the stricter, and gives a grant for each. An approver may
 * give the listening alone, which takes one; then there is no grant to export, whoever writes it.
 */
export class ListenAndExport1795812210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WORDS, DECISIONS, GRANTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const WORDS = `
  alter table legal_request
    drop constraint legal_request_action_check,
    drop constraint export_takes_two,
    drop constraint export_needs_no_break_glass,
    -- How often the package may be taken; of a request for both, whose plays are counted apart.
    add column downloads_allowed int check (downloads_allowed between 1 and 10000);
  alter table legal_request
    add constraint legal_request_action_check check (action in ('listen','transcript','evidence_export','listen_and_export')),
    add constraint export_takes_two
      check (break_glass or approvals_needed = case when action in ('evidence_export','listen_and_export') then 2 else 1 end),
    add constraint export_needs_no_break_glass check (not break_glass or action in ('listen','transcript')),
    add constraint downloads_of_both check ((action = 'listen_and_export') = (downloads_allowed is not null));

  alter table legal_decision drop constraint legal_decision_decision_check;
  alter table legal_decision
    add constraint legal_decision_decision_check check (decision in ('approve','approve_listening','reject','ask_back'));

  alter table legal_request_event drop constraint legal_request_event_action_check;
  alter table legal_request_event add constraint legal_request_event_action_check check (action in ('submitted','approved_by_one',
    'approved','approved_listening','rejected','asked_back','answered','withdrawn','expired','revoked','used_up','opened','reviewed'));

  alter table request_grant drop constraint request_grant_request_id_key;
  alter table request_grant add constraint one_grant_for_a_use unique (request_id, action);

  create or replace function legal_request_stays_as_submitted() returns trigger language plpgsql as $$
  begin
    if old.state <> 'draft' and (old.requested_by_person_id, old.purpose, old.legal_case_id, old.confidential, old.reason, old.filter,
        old.action, old.rendition, old.plays_allowed, old.downloads_allowed, old.expires_at, old.recordings, old.approvals_needed,
        old.break_glass, old.code)
      is distinct from (new.requested_by_person_id, new.purpose, new.legal_case_id, new.confidential, new.reason, new.filter,
        new.action, new.rendition, new.plays_allowed, new.downloads_allowed, new.expires_at, new.recordings, new.approvals_needed,
        new.break_glass, new.code) then
      raise exception 'a request stays as it was submitted' using errcode = 'check_violation', constraint = 'request_stays_as_submitted';
    end if;
    return new;
  end $$;
`;

const DECISIONS = `
  create function listening_of_both() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and action = 'listen_and_export') then
      raise exception 'only a request for both is narrowed to listening' using errcode = 'check_violation', constraint = 'listening_of_both';
    end if;
    return new;
  end $$;
  create trigger listening_of_both before insert on legal_decision
    for each row when (new.decision = 'approve_listening') execute function listening_of_both();

  create or replace function legal_request_approved_by_approvals() returns trigger language plpgsql as $$
  declare
    approvals int;
    narrowed boolean;
  begin
    select count(distinct decided_by_person_id) filter (where decision = 'approve'), coalesce(bool_or(decision = 'approve_listening'), false)
      into approvals, narrowed from legal_decision where request_id = new.id and round = new.round;
    if approvals < new.approvals_needed and not (narrowed and new.action = 'listen_and_export') then
      raise exception 'a request needs its approvals' using errcode = 'check_violation', constraint = 'request_needs_approvals';
    end if;
    return new;
  end $$;
`;

/** What each of the two grants of a request for both rests on, and how often it may be used. */
const GRANTS = `
  create or replace function request_grant_is_approved() returns trigger language plpgsql as $$
  declare
    request legal_request;
    approvals int;
    narrowed boolean;
    approved boolean;
    times int;
  begin
    select * into strict request from legal_request where id = new.request_id;
    select count(distinct decided_by_person_id) filter (where decision = 'approve'), coalesce(bool_or(decision = 'approve_listening'), false)
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
