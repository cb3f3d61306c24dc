import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A person who is away has a deputy for some of their work (decision 100). What the deputy writes says for whom. */
export class Absences1795804100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLE, ONE_DEPUTY, SESSION, ACTING]) await runner.query(part);
    await runner.query(`
      grant select, insert on absence to shouwen_runtime;
      grant update (accepted_at, declined_at, reason, confirmed_by_person_id, confirmed_at, ended_at, ended_by_person_id,
        begun_told_at, over_told_at) on absence to shouwen_runtime;
      revoke all on function acting_for(), deputy_stands_in(uuid, uuid, text, timestamptz) from public;
      grant execute on function acting_for(), deputy_stands_in(uuid, uuid, text, timestamptz) to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const TABLE = `
  create table absence (
    id uuid primary key,
    person_id uuid not null references person (id),
    deputy_person_id uuid not null references person (id),
    first_on date not null,
    last_on date not null,
    begins_at timestamptz not null,
    ends_at timestamptz not null,
    works text[] not null check (cardinality(works) > 0
      and works <@ array['approvals','disputes','reviews','promises','coaching','messages']),
    asked_at timestamptz not null,
    accepted_at timestamptz,
    declined_at timestamptz,
    reason text,
    confirmed_by_person_id uuid references person (id),
    confirmed_at timestamptz,
    ended_at timestamptz,
    ended_by_person_id uuid references person (id),
    begun_told_at timestamptz,
    over_told_at timestamptz,
    constraint deputy_is_another check (deputy_person_id <> person_id),
    constraint days_in_order check (first_on <= last_on and begins_at < ends_at),
    constraint answered_once check (accepted_at is null or declined_at is null),
    constraint ended_by_a_person check ((ended_at is null) = (ended_by_person_id is null)),
    constraint confirmed_by_a_third check ((confirmed_at is null) = (confirmed_by_person_id is null)
      and (confirmed_by_person_id is null or confirmed_by_person_id not in (person_id, deputy_person_id)))
  );
  create index absence_of_person on absence (person_id, ends_at);
  create index absence_of_deputy on absence (deputy_person_id, ends_at);
  create trigger confirmed_by_role_in_force before update on absence
    for each row when (old.confirmed_at is null and new.confirmed_at is not null)
    execute function acts_by_role_in_force('confirmed_by_person_id', 'person', 'legal_approver,administrator');
`;

/** Weighed one after the other: two that are asked at once see each other. */
const ONE_DEPUTY = `
  create function absence_has_one_deputy() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.accepted_at is not null or new.confirmed_at is not null or new.ended_at is not null then
      raise exception 'an absence begins unanswered' using errcode = 'check_violation', constraint = 'absence_begins_open';
    end if;
    perform pg_advisory_xact_lock(7315);
    if exists (select 1 from absence other where other.declined_at is null and other.ended_at is null
        and other.begins_at < new.ends_at and new.begins_at < other.ends_at
        and other.person_id = new.person_id and other.works && new.works) then
      raise exception 'this work has a deputy on these days' using errcode = 'check_violation', constraint = 'one_deputy_for_a_work';
    end if;
    if exists (select 1 from absence other where other.declined_at is null and other.ended_at is null
        and other.begins_at < new.ends_at and new.begins_at < other.ends_at
        and (other.person_id = new.deputy_person_id or other.deputy_person_id = new.person_id)) then
      raise exception 'a deputy passes nothing on' using errcode = 'check_violation', constraint = 'no_chain_of_deputies';
    end if;
    return new;
  end $$;
  revoke all on function absence_has_one_deputy() from public;
  create trigger absence_has_one_deputy before insert on absence for each row execute function absence_has_one_deputy();
`;

const SESSION = `
  alter table session add column absence_id uuid references absence (id);
  -- Told to the deputy in it; null: to the person as themselves.
  alter table notification add column absence_id uuid references absence (id);
`;

/**
 * What a request of a deputy writes carries for whom, by a setting of its transaction, and is refused where the deputy does not deputise for that
 * work at that time, or where the person who is away has a part in it.
 */
const ACTING = `
  create function acting_for() returns uuid language sql stable set search_path = pg_catalog, public as $$
    select person_id from absence where id = nullif(current_setting('shouwen.absence', true), '')::uuid
  $$;
  create function deputy_stands_in(deputy uuid, absent uuid, work text, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from absence where deputy_person_id = deputy and person_id = absent and work = any(works)
      and accepted_at is not null and ended_at is null and begins_at <= moment and moment < ends_at)
  $$;
  create function deputy_acts_for_both() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    written jsonb := to_jsonb(new);
    absent text := written ->> 'for_person_id';
  begin
    if absent is null then
      return new;
    end if;
    if not deputy_stands_in((written ->> tg_argv[0])::uuid, absent::uuid, tg_argv[2], (written ->> tg_argv[1])::timestamptz) then
      raise exception 'no deputy for this work now' using errcode = 'check_violation', constraint = 'deputy_stands_in';
    end if;
    for i in 3 .. tg_nargs - 1 loop
      if written -> tg_argv[i] ? absent then
        raise exception 'the person who is away has a part in it' using errcode = 'check_violation', constraint = 'deputy_acts_for_both';
      end if;
    end loop;
    return new;
  end $$;
  revoke all on function deputy_acts_for_both() from public;

  alter table legal_decision add column for_person_id uuid references person (id);
  alter table legal_decision alter column for_person_id set default acting_for();
  alter table legal_request_event add column for_person_id uuid references person (id);
  alter table legal_request_event alter column for_person_id set default acting_for();
  alter table scorecard add column for_person_id uuid references person (id);
  alter table scorecard alter column for_person_id set default acting_for();
  alter table dispute_decision add column for_person_id uuid references person (id);
  alter table dispute_decision alter column for_person_id set default acting_for();
  alter table checklist_version add column for_person_id uuid references person (id);
  alter table checklist_version alter column for_person_id set default acting_for();

  create trigger deputy_decides before insert on legal_decision for each row
    execute function deputy_acts_for_both('decided_by_person_id', 'decided_at', 'approvals', 'requested_by_person_id');
  create trigger deputy_publishes before insert on checklist_version for each row
    execute function deputy_acts_for_both('published_by_person_id', 'published_at', 'approvals', 'author_person_ids');
  create trigger deputy_judges before insert on scorecard for each row when (new.author = 'review')
    execute function deputy_acts_for_both('author_person_id', 'created_at', 'reviews');
  create trigger deputy_grants before insert on scorecard for each row when (new.author = 'dispute')
    execute function deputy_acts_for_both('author_person_id', 'created_at', 'disputes');
  create trigger deputy_settles before insert on dispute_decision for each row
    execute function deputy_acts_for_both('decided_by_person_id', 'decided_at', 'disputes');

  -- A deputy is both: what is kept from the one is kept from the other.
  create trigger scorecard_needs_other_eyes_for before insert on scorecard
    for each row when (new.author <> 'automatic') execute function nobody_judges_own_call('for_person_id');

  create or replace function has_a_part_in_dispute(dispute uuid, person uuid, filed_now uuid) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from dispute one where one.id = $1 and (one.filed_by_person_id = $2
      or exists (select 1 from leg where leg.call_id = one.call_id and leg.person_id = $2)
      or exists (select 1 from dispute_decision said join dispute other on other.id = said.dispute_id
        where $2 in (said.decided_by_person_id, said.for_person_id) and other.leg_id = one.leg_id
          and other.checklist_id = one.checklist_id and other.item_id = one.item_id)
      or exists (select 1 from scorecard card where card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
        and $2 in (card.author_person_id, card.for_person_id) and card.id is distinct from $3 and (card.author = 'review'
          or (card.author = 'dispute' and exists (select 1 from review_answer answer
            where answer.scorecard_id = card.id and answer.item_id = one.item_id))))))
  $$;
  create or replace function others_decide_disputes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if has_a_part_in_dispute(new.dispute_id, new.decided_by_person_id, new.scorecard_id)
      or (new.for_person_id is not null and has_a_part_in_dispute(new.dispute_id, new.for_person_id, new.scorecard_id)) then
      raise exception 'a person who judged or took the call decides no dispute of it'
        using errcode = 'check_violation', constraint = 'others_decide_disputes';
    end if;
    return new;
  end $$;

  create or replace function legal_decision_by_another() returns trigger language plpgsql as $$
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
          or leg.team_id in (select team_id from person where id in (new.decided_by_person_id, new.for_person_id)))) then
      raise exception 'members of a recorded team do not decide' using errcode = 'check_violation', constraint = 'decision_by_another_team';
    end if;
    if exists (select 1 from legal_decision other where other.request_id = new.request_id and other.round = new.round
        and (other.for_person_id in (new.decided_by_person_id, new.for_person_id) or other.decided_by_person_id = new.for_person_id)) then
      raise exception 'a deputy and the person who is away are one voice' using errcode = 'check_violation', constraint = 'one_voice_for_both';
    end if;
    return new;
  end $$;

  -- The approver's role in force, or that of the person for whom a deputy acts; whether the deputy may, the trigger above has looked at.
  create or replace function acts_by_role_in_force() returns trigger language plpgsql as $$
  declare
    actor uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    absent uuid := (to_jsonb(new) ->> 'for_person_id')::uuid;
  begin
    if not exists (select 1 from role_in_force held where held.role = any(string_to_array(tg_argv[2], ','))
        and case when absent is not null then held.person_id = absent
              when tg_argv[1] = 'account' then held.account_id = actor else held.person_id = actor end) then
      raise exception 'the role of who acts is not in force' using errcode = 'check_violation', constraint = 'acts_by_role_in_force';
    end if;
    return new;
  end $$;
`;
