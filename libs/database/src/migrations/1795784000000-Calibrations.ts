import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = `
  create sequence calibration_number;
  create function next_calibration_code() returns text language sql set search_path = pg_catalog, public as $$
    select 'CA-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('calibration_number') as n) next
  $$;
  create table calibration (
    id uuid primary key,
    -- CA-0001: how people speak of it.
    code text not null unique default next_calibration_code(),
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    checklist_id text not null,
    checklist_version int not null,
    -- What the machine had said when the session was opened.
    scorecard_id uuid not null references scorecard (id),
    opened_by_person_id uuid not null references person (id),
    opened_at timestamptz not null,
    due_at timestamptz not null,
    -- From then on everything that was said is shown, and nothing is added but decisions.
    closed_at timestamptz,
    -- null: the last reviewer submitted, or the recording was destroyed.
    closed_by_person_id uuid references person (id),
    constraint due_after_opening check (due_at > opened_at),
    constraint closed_by_at_a_time check (closed_at is not null or closed_by_person_id is null)
  );
  create index calibration_open on calibration (due_at, id) where closed_at is null;
  create index calibration_closed on calibration (closed_at desc, id desc) where closed_at is not null;
  create index calibration_of_leg on calibration (leg_id);
  create table calibration_reviewer (
    calibration_id uuid not null references calibration (id),
    person_id uuid not null references person (id),
    submitted_at timestamptz,
    -- The machine's result of the leg was shown to them before they were asked.
    saw_before boolean not null default false,
    primary key (calibration_id, person_id)
  );
  create index calibration_of_reviewer on calibration_reviewer (person_id, calibration_id);
  create table calibration_answer (
    calibration_id uuid not null,
    person_id uuid not null,
    item_id text not null,
    outcome text not null check (outcome in ('met','not_met','not_applicable','insufficient')),
    -- The reviewer's own words and the moment they point at: they end with the recording.
    note text,
    at_ms int check (at_ms >= 0),
    primary key (calibration_id, person_id, item_id),
    foreign key (calibration_id, person_id) references calibration_reviewer (calibration_id, person_id)
  );
  create table calibration_decision (
    id uuid primary key,
    calibration_id uuid not null references calibration (id),
    item_id text not null,
    outcome text not null check (outcome in ('met','not_met','not_applicable','insufficient')),
    -- Ends with the recording.
    note text,
    decided_by_person_id uuid not null references person (id),
    decided_at timestamptz not null
  );
  create index calibration_decision_of on calibration_decision (calibration_id, item_id, decided_at desc, id desc);
`;

/** Each judges alone, in the database as well: not who has a part in the call or its score, nothing after it was submitted or all was shown. */
const ALONE = `
  create function others_calibrate() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if exists (select 1 from calibration one join leg on leg.call_id = one.call_id
               where one.id = new.calibration_id and leg.person_id = new.person_id)
      or exists (select 1 from calibration one join scorecard card on card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
               where one.id = new.calibration_id and card.author_person_id = new.person_id) then
      raise exception 'a person who took the call or judged it is not calibrated by it'
        using errcode = 'check_violation', constraint = 'others_calibrate';
    end if;
    return new;
  end $$;
  create trigger calibration_reviewer_is_another before insert on calibration_reviewer for each row execute function others_calibrate();
  create function calibration_answers_stay() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    session_id uuid := coalesce(new.calibration_id, old.calibration_id);
    reviewer_id uuid := coalesce(new.person_id, old.person_id);
  begin
    -- Words and moments end with the recording at any time; what was answered stays.
    if tg_op = 'UPDATE' and (new.outcome, new.item_id, session_id, reviewer_id) = (old.outcome, old.item_id, old.calibration_id, old.person_id)
      and (new.note is null or new.note = old.note) and (new.at_ms is null or new.at_ms = old.at_ms) then
      return new;
    end if;
    if exists (select 1 from calibration where id = session_id and closed_at is not null)
      or exists (select 1 from calibration_reviewer where calibration_id = session_id and person_id = reviewer_id and submitted_at is not null) then
      raise exception 'what was submitted stays' using errcode = 'check_violation', constraint = 'calibration_answers_stay';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger calibration_answer_stays before insert or update or delete on calibration_answer
    for each row execute function calibration_answers_stay();
  create function calibrations_close_once() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if old.closed_at is not null then
      raise exception 'a calibration closes once' using errcode = 'check_violation', constraint = 'calibrations_close_once';
    end if;
    return new;
  end $$;
  create trigger calibration_closes_once before update on calibration for each row execute function calibrations_close_once();
  create function calibrations_are_decided_late() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from calibration where id = new.calibration_id and closed_at is not null) then
      raise exception 'a calibration is decided once it is closed'
        using errcode = 'check_violation', constraint = 'calibrations_are_decided_late';
    end if;
    return new;
  end $$;
  create trigger calibration_decided_late before insert on calibration_decision
    for each row execute function calibrations_are_decided_late();
  revoke all on function next_calibration_code(), others_calibrate(), calibration_answers_stay(), calibrations_close_once(),
    calibrations_are_decided_late() from public;
  grant execute on function next_calibration_code() to shouwen_runtime;
  grant usage on sequence calibration_number to shouwen_runtime;
  grant select, insert on calibration, calibration_reviewer, calibration_answer, calibration_decision to shouwen_runtime;
  grant update (closed_at, closed_by_person_id) on calibration to shouwen_runtime;
  grant update (submitted_at) on calibration_reviewer to shouwen_runtime;
  grant update (outcome, note, at_ms) on calibration_answer to shouwen_runtime;
  grant delete on calibration_answer to shouwen_runtime;
  grant update (note) on calibration_decision to shouwen_runtime;
`;

/** Several reviewers judge one call, each without the others (docs/how-to/calibrate-reviewers.md). */
export class Calibrations1795784000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLES, ALONE]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
