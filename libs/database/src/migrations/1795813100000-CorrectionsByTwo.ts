import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Corrections are a right of their own (decision 108). One that moves rights, retention or a dispute waits as a row of `correction_proposal` until
 * a second person confirms it; a leg says who took it by its source or by two people; a dispute sleeps while its call is another agent's.
 */
export class CorrectionsByTwo1795813100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PERSONS, PROPOSALS, COLUMNS, EYES, DISPUTES, TAKEN_BY, ERASING, CORRECTIONS])
      await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** A deputy and the person who is away are one, whichever of the two acts. */
const PERSONS = `
  create function counts_as(person uuid, moment timestamptz) returns setof uuid
    language sql stable set search_path = pg_catalog, public as $$
    select $1 union select case absence.person_id when $1 then deputy_person_id else absence.person_id end from absence
    where $1 in (absence.person_id, deputy_person_id) and accepted_at is not null and ended_at is null
      and begins_at <= moment and moment < ends_at
  $$;
  revoke all on function counts_as(uuid, timestamptz) from public;
  grant execute on function counts_as(uuid, timestamptz) to shouwen_runtime;
`;

const PROPOSALS = `
  create table correction_proposal (
    id uuid primary key,
    call_id uuid not null references call (id),
    origin text not null check (origin in ('person', 'token', 'upload')),
    reason text check (length(reason) between 5 and 300),
    -- Field to value, as in call_correction: what it was, and what it is to be. The customer is masked.
    before jsonb not null,
    after jsonb not null,
    -- A statement of consent, and the decision that was the last one before it.
    consent jsonb,
    consent_decision_id uuid references consent_decision (id),
    moved text[] not null check (cardinality(moved) > 0 and moved <@ array['rights', 'retention', 'dispute', 'consent']),
    former_person_id uuid not null references person (id),
    -- The agent that it names; null where it leaves the agent.
    agent_person_id uuid references person (id),
    proposed_by_person_id uuid not null references person (id),
    proposed_at timestamptz not null,
    -- A fresh proof of who proposed: none of a token or an upload.
    proved_at timestamptz,
    decision text check (decision in ('confirmed', 'refused', 'withdrawn')),
    decided_by_person_id uuid references person (id),
    decided_at timestamptz check (decided_at >= proposed_at),
    decision_proved_at timestamptz,
    decision_reason text check (length(decision_reason) between 5 and 300),
    constraint correction_is_decided_whole check (num_nulls(decision, decided_by_person_id, decided_at, decision_proved_at) in (0, 4)),
    constraint correction_is_proved check ((origin <> 'person' or proved_at is not null)
      and proved_at between proposed_at - interval '10 minutes' and proposed_at
      and decision_proved_at between decided_at - interval '10 minutes' and decided_at),
    constraint correction_is_withdrawn_by_its_proposer check (decision <> 'withdrawn' or decided_by_person_id = proposed_by_person_id),
    constraint correction_names_another_agent check (agent_person_id is null or agent_person_id <> proposed_by_person_id),
    constraint correction_agent_is_said check ((agent_person_id is not null) = (after ? 'staffNumber'))
  );
  create unique index correction_one_waits on correction_proposal (call_id) where decision is null;
  create index correction_of_call on correction_proposal (call_id, proposed_at desc);
  grant select, insert on correction_proposal to shouwen_runtime;
  grant update (decision, decided_by_person_id, decided_at, decision_proved_at, decision_reason) on correction_proposal to shouwen_runtime;
`;

const COLUMNS = `
  alter table dispute
    add column slept_at timestamptz,
    add column asleep_by_proposal_id uuid references correction_proposal (id),
    add column closed_at timestamptz,
    add column closed_by_person_id uuid references person (id),
    add constraint dispute_sleeps_whole check (num_nulls(slept_at, asleep_by_proposal_id) in (0, 2)),
    add constraint dispute_closes_asleep check (num_nulls(closed_at, closed_by_person_id) in (0, 2)
      and (closed_at is null or slept_at is not null));
`;

const EYES = `
  create function has_part_in_open_dispute(call uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from dispute, counts_as($2, moment) eyes where dispute.call_id = $1 and dispute.closed_at is null
      and (dispute.outcome is null or (dispute.outcome = 'kept' and (dispute.final_at > moment or dispute.slept_at is not null)))
      and has_a_part_in_dispute(dispute.id, eyes, null))
  $$;
  create function took_the_call(call uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from leg, counts_as($2, moment) eyes where leg.call_id = $1 and eyes in (leg.person_id, leg.taken_by_person_id))
  $$;
  -- Who may not decide about a correction: its proposer (in a small house not for a day), its agents, people of an open dispute, and whoever
  -- deputises for one of them.
  create function has_part_in_correction(proposal uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from correction_proposal one where one.id = $1 and (
      not eyes_suffice(one.proposed_by_person_id, one.proposed_at, $2, moment)
      or exists (select 1 from counts_as($2, moment) eyes where eyes in (one.former_person_id, one.agent_person_id)
        or (eyes = one.proposed_by_person_id and eyes <> $2))
      or took_the_call(one.call_id, $2, moment) or has_part_in_open_dispute(one.call_id, $2, moment)))
  $$;
  create function correction_takes_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if acting_for() is not null then
      raise exception 'no person does this for another' using errcode = 'check_violation', constraint = 'done_in_person';
    end if;
    if tg_op = 'INSERT' then
      if new.decision is not null then
        raise exception 'a correction waits first' using errcode = 'check_violation', constraint = 'correction_waits_first';
      end if;
      if took_the_call(new.call_id, new.proposed_by_person_id, new.proposed_at)
        or exists (select 1 from counts_as(new.proposed_by_person_id, new.proposed_at) eyes
          where eyes in (new.former_person_id, new.agent_person_id))
        or has_part_in_open_dispute(new.call_id, new.proposed_by_person_id, new.proposed_at) then
        raise exception 'who proposes has no part in the call' using errcode = 'check_violation', constraint = 'correction_takes_two';
      end if;
      return new;
    end if;
    -- What erasure empties.
    if new.decision is not distinct from old.decision then
      return new;
    end if;
    if old.decision is not null then
      raise exception 'the correction is decided' using errcode = 'check_violation', constraint = 'correction_stays';
    end if;
    if new.decision in ('confirmed', 'refused') and has_part_in_correction(new.id, new.decided_by_person_id, new.decided_at) then
      raise exception 'who decides has no part in the call' using errcode = 'check_violation', constraint = 'correction_takes_two';
    end if;
    return new;
  end $$;
  revoke all on function correction_takes_two() from public;
`;

/** Indexes: what sleeps or was closed as another agent's is not in the way of the agent whose call it is. */
const DISPUTES = `
  drop index dispute_open_once;
  create unique index dispute_open_once on dispute (leg_id, checklist_id, item_id) where outcome is null and slept_at is null;
  drop index dispute_once_for_a_result;
  create unique index dispute_once_for_a_result on dispute (scorecard_id, item_id, filed_by_person_id) where outcome is distinct from 'withdrawn';
  grant update (slept_at, asleep_by_proposal_id, closed_at, closed_by_person_id) on dispute to shouwen_runtime;
  create function closes_no_own_dispute(one uuid, person uuid, moment timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select not exists (select 1 from dispute join correction_proposal said on said.id = dispute.asleep_by_proposal_id, counts_as($2, moment) eyes
      where dispute.id = $1 and (has_a_part_in_dispute(dispute.id, eyes, null) or (eyes = said.proposed_by_person_id and eyes <> $2)
        or not eyes_suffice(said.proposed_by_person_id, said.proposed_at, $2, moment)))
  $$;
  create function disputes_sleep_by_corrections() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.closed_at is not null and old.closed_at is null and not closes_no_own_dispute(new.id, new.closed_by_person_id, new.closed_at) then
      raise exception 'a second person closes a dispute' using errcode = 'check_violation', constraint = 'second_person_closes_dispute';
    end if;
    if new.slept_at is not null and old.slept_at is null and not exists (select 1 from correction_proposal one
        where one.id = new.asleep_by_proposal_id and one.call_id = new.call_id and one.decision = 'confirmed') then
      raise exception 'a dispute sleeps by a confirmed correction' using errcode = 'check_violation', constraint = 'dispute_sleeps_by_two';
    end if;
    return new;
  end $$;
  revoke all on function disputes_sleep_by_corrections() from public;
  create trigger disputes_sleep_by_corrections before update of slept_at, asleep_by_proposal_id, closed_at, closed_by_person_id on dispute
    for each row execute function disputes_sleep_by_corrections();
`;

/** Who took a leg as its source said (`LegsSayWhoTookThem`), or as two people confirmed. */
const TAKEN_BY = `
  create or replace function leg_is_taken_by_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if tg_op = 'INSERT' then
      new.taken_by_person_id := coalesce(new.taken_by_person_id, new.person_id);
    elsif new.taken_by_person_id is distinct from (select agent_person_id from correction_proposal
        where call_id = new.call_id and decision = 'confirmed' and agent_person_id is not null order by decided_at desc limit 1) then
      raise exception 'two people say who took a call' using errcode = 'check_violation', constraint = 'leg_is_taken_by_two';
    end if;
    return new;
  end $$;
  revoke all on function leg_is_taken_by_two() from public;
  create trigger leg_is_taken_by_two before update of taken_by_person_id on leg
    for each row when (old.taken_by_person_id is distinct from new.taken_by_person_id) execute function leg_is_taken_by_two();
  create trigger correction_takes_two before insert or update on correction_proposal for each row execute function correction_takes_two();
`;

/** What people wrote of a call whose erasure two people agreed to goes with the rest of it, also of what waits: it can only be refused then. */
const ERASING = `
  create function erase_correction_proposals(of_call uuid) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if exists (select 1 from call_erasure where call_id = of_call) then
      update correction_proposal set reason = null, decision_reason = null, consent = null,
        before = coalesce((select jsonb_object_agg(key, null::text) from jsonb_object_keys(before) key), '{}'),
        after = coalesce((select jsonb_object_agg(key, null::text) from jsonb_object_keys(after) key), '{}')
        where call_id = of_call and reason is not null;
    end if;
    return (select count(*) from correction_proposal where call_id = of_call and reason is null);
  end $$;
  revoke all on function erase_correction_proposals(uuid) from public;
  grant execute on function erase_correction_proposals(uuid) to shouwen_runtime;
`;

/** `moved`: what it moved; null of corrections from before this was asked. */
const CORRECTIONS = `
  alter table call_correction add column moved text[], add column proposal_id uuid references correction_proposal (id);
  create unique index call_correction_of_proposal on call_correction (proposal_id) where proposal_id is not null;
  create function corrections_are_weighed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.moved is null then
      raise exception 'a correction is weighed' using errcode = 'check_violation', constraint = 'correction_is_weighed';
    end if;
    if new.proposal_id is not null then
      if not exists (select 1 from correction_proposal where id = new.proposal_id and call_id = new.call_id and decision = 'confirmed') then
        raise exception 'a second person has not confirmed it' using errcode = 'check_violation', constraint = 'correction_is_confirmed';
      end if;
      return new;
    end if;
    if new.moved <> '{}' or new.after ? 'staffNumber' then
      raise exception 'what moves rights, retention or a dispute takes two' using errcode = 'check_violation', constraint = 'correction_is_confirmed';
    end if;
    if took_the_call(new.call_id, new.by_person_id, new.at) or has_part_in_open_dispute(new.call_id, new.by_person_id, new.at) then
      raise exception 'people correct no call that they have a part in' using errcode = 'check_violation', constraint = 'corrects_no_own_call';
    end if;
    return new;
  end $$;
  revoke all on function corrections_are_weighed(), has_part_in_open_dispute(uuid, uuid, timestamptz), took_the_call(uuid, uuid, timestamptz),
    has_part_in_correction(uuid, uuid, timestamptz), closes_no_own_dispute(uuid, uuid, timestamptz) from public;
  grant execute on function has_part_in_open_dispute(uuid, uuid, timestamptz), took_the_call(uuid, uuid, timestamptz),
    has_part_in_correction(uuid, uuid, timestamptz), closes_no_own_dispute(uuid, uuid, timestamptz) to shouwen_runtime;
  create trigger corrections_are_weighed before insert on call_correction for each row execute function corrections_are_weighed();
`;
