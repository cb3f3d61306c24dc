import { type MigrationInterface, type QueryRunner } from 'typeorm';

const KINDS = `'call_back','reply','send','refund','visit','check','hand_over','settle'`;
const STATES = `'open','overdue','kept','broken','released','struck','superseded'`;

const TABLES = `
  create table commitment (
    id uuid primary key,
    call_id uuid not null references call (id),
    leg_id uuid not null references leg (id),
    transcript_id uuid not null references transcript (id),
    kind text not null check (kind in (${KINDS})),
    turn int not null,
    from_char int not null,
    to_char int not null,
    from_ms int not null,
    to_ms int not null,
    time_turn int,
    time_from_char int,
    time_to_char int,
    owner_person_id uuid not null references person (id),
    team_id uuid not null references team (id),
    client_id uuid not null references client (id),
    said_at timestamptz not null,
    due_at timestamptz,
    due_basis text,
    unclear text,
    state text not null check (state in (${STATES})),
    state_at timestamptz not null,
    revision int not null default 1,
    due_soon_at timestamptz,
    overdue_at timestamptz,
    offered_to_person_id uuid references person (id),
    offered_at timestamptz,
    fulfilled_by_call_id uuid references call (id),
    candidate_call_id uuid references call (id),
    touched boolean not null default false,
    created_at timestamptz not null,
    constraint a_time_or_why_not check (num_nulls(due_at, unclear) = 1 and (due_at is null) = (due_basis is null)),
    constraint a_time_has_a_place check (num_nulls(time_turn, time_from_char, time_to_char) in (0, 3)),
    constraint offered_at_a_time check ((offered_to_person_id is null) = (offered_at is null)),
    constraint offered_to_somebody_else check (offered_to_person_id <> owner_person_id),
    constraint overdue_has_a_time check (state <> 'overdue' or (due_at is not null and overdue_at is not null)),
    constraint once_in_a_transcript unique (transcript_id, kind, turn, from_char)
  );
  create index commitment_owner on commitment (owner_person_id, state, due_at);
  create index commitment_team on commitment (team_id, state, due_at);
  create index commitment_offered on commitment (offered_to_person_id) where offered_to_person_id is not null;
  create index commitment_due on commitment (due_at) where state = 'open';
  create index commitment_call on commitment (call_id);
  create index commitment_leg on commitment (leg_id);
  create table commitment_event (
    id uuid primary key,
    commitment_id uuid not null references commitment (id),
    at timestamptz not null,
    action text not null,
    by_person_id uuid references person (id),
    state text not null check (state in (${STATES})),
    note text,
    due_at timestamptz,
    evidence_call_id uuid references call (id),
    to_person_id uuid references person (id),
    transcript_id uuid references transcript (id)
  );
  create index commitment_event_commitment on commitment_event (commitment_id, id);
  -- A commitment that became overdue is told so once for each time that was set.
  create unique index commitment_overdue_once on commitment_event (commitment_id, due_at) where action = 'overdue';
  create index call_customer_later on call (customer, started_at) where customer is not null and direction = 'outbound';
`;

/** What agents promised, what became of it, and its history. A commitment is never deleted; its history only grows. */
export class Commitments1764200400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      grant select, insert, update on commitment to shouwen_runtime;
      grant select, insert on commitment_event to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index call_customer_later; drop table commitment_event, commitment');
  }
}
