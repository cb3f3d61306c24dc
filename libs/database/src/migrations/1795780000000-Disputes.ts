import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Versions are added and never changed: a date can be explained by what was set when it was made. */
const SETTINGS = `
  create table quality_settings (
    version int primary key check (version > 0),
    content jsonb not null,
    changed_by_person_id uuid not null references person (id),
    changed_at timestamptz not null
  );
  grant select, insert on quality_settings to shouwen_runtime;
`;

const DISPUTES = `
  create sequence dispute_number;
  create function next_dispute_code() returns text language sql set search_path = pg_catalog, public as $$
    select 'DS-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('dispute_number') as n) next
  $$;
  create table dispute (
    id uuid primary key,
    -- DS-0001: how people speak of it.
    code text not null unique default next_dispute_code(),
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    checklist_id text not null,
    item_id text not null,
    -- The card that was shown when the item was contested.
    scorecard_id uuid not null references scorecard (id),
    -- Who gave the contested result; null for the machine.
    judged_by_person_id uuid references person (id),
    was text not null check (was in ('met','not_met','not_applicable')),
    wanted text not null check (wanted in ('met','not_met','not_applicable')),
    reason text not null,
    -- The agent's own words and the moment they point at: they end with the recording.
    note text,
    escalation_note text,
    at_ms int check (at_ms >= 0),
    filed_by_person_id uuid not null references person (id),
    filed_at timestamptz not null,
    stage text not null check (stage in ('supervisor','quality_manager')),
    -- Open: when the decision is due.
    due_at timestamptz not null,
    outcome text check (outcome in ('granted','kept','withdrawn')),
    -- From when on nothing can follow; destruction by schedule waits for it. A supervisor's "kept" can be taken further until then.
    final_at timestamptz,
    constraint contested_result_differs check (was <> wanted),
    constraint ended_has_an_end check ((outcome is null) = (final_at is null))
  );
  create unique index dispute_open_once on dispute (leg_id, checklist_id, item_id) where outcome is null;
  create unique index dispute_once_for_a_result on dispute (scorecard_id, item_id) where outcome is distinct from 'withdrawn';
  create index dispute_due on dispute (due_at, id) where outcome is null;
  create index dispute_of_call on dispute (call_id);
  create index dispute_of_leg on dispute (leg_id);
  create index dispute_of_agent on dispute (filed_by_person_id, filed_at);
  create index dispute_by_time on dispute (filed_at desc, id desc);
  create table dispute_decision (
    dispute_id uuid not null references dispute (id),
    stage text not null check (stage in ('supervisor','quality_manager')),
    decision text not null check (decision in ('granted','kept')),
    outcome text check (outcome in ('met','not_met','not_applicable')),
    reason text not null,
    note text,
    -- The card that granting it filed.
    scorecard_id uuid references scorecard (id),
    decided_by_person_id uuid not null references person (id),
    decided_at timestamptz not null,
    primary key (dispute_id, stage),
    constraint two_stages_two_people unique (dispute_id, decided_by_person_id),
    constraint granted_has_a_card check ((decision = 'granted') = (scorecard_id is not null and outcome is not null))
  );
`;

/** Four eyes, in the database as well: agents contest their own legs, and a person who judged or took the call decides nothing. */
const FOUR_EYES = `
  create function agents_contest_their_own() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from leg where id = new.leg_id and call_id = new.call_id and person_id = new.filed_by_person_id) then
      raise exception 'agents contest their own scores' using errcode = 'check_violation', constraint = 'agents_contest_their_own';
    end if;
    return new;
  end $$;
  create trigger dispute_is_ones_own before insert on dispute for each row execute function agents_contest_their_own();
  create function others_decide_disputes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if exists (select 1 from dispute one join leg on leg.call_id = one.call_id
               where one.id = new.dispute_id and leg.person_id = new.decided_by_person_id)
      or exists (select 1 from dispute one where one.id = new.dispute_id and one.filed_by_person_id = new.decided_by_person_id)
      or exists (select 1 from dispute one join scorecard card on card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
               where one.id = new.dispute_id and card.author <> 'automatic' and card.id is distinct from new.scorecard_id
                 and card.author_person_id = new.decided_by_person_id)
    then
      raise exception 'a person who judged or took the call decides no dispute of it'
        using errcode = 'check_violation', constraint = 'others_decide_disputes';
    end if;
    return new;
  end $$;
  create trigger dispute_needs_other_eyes before insert on dispute_decision for each row execute function others_decide_disputes();
  revoke all on function agents_contest_their_own(), others_decide_disputes(), next_dispute_code() from public;
  grant execute on function next_dispute_code() to shouwen_runtime;
  grant usage on sequence dispute_number to shouwen_runtime;
  grant select, insert on dispute, dispute_decision to shouwen_runtime;
  grant update (stage, due_at, outcome, final_at, note, escalation_note, at_ms) on dispute to shouwen_runtime;
  grant update (note) on dispute_decision to shouwen_runtime;
`;

/** Agents contest items of their scores, and others decide (docs/how-to/contest-a-score.md). */
export class Disputes1795780000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SETTINGS, DISPUTES, FOUR_EYES]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
