import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Of each review that is published from now on, the agent of the leg is asked to say that they have read it. A newer review of the leg and
 * checklist, or the retraction of this one, ends what was not answered. Only the agent answers, in person.
 */
export class ReviewsAcknowledged1795812020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(IN_PERSON);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const TABLE = `
  create table review_acknowledgement (
    scorecard_id uuid primary key references scorecard (id),
    leg_id uuid not null references leg (id),
    call_id uuid not null references call (id),
    checklist_id text not null,
    asked_at timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by_person_id uuid references person (id),
    -- In the agent's words; ends with the recording.
    note text,
    ended_at timestamptz,
    constraint acknowledged_by_a_person check ((acknowledged_at is null) = (acknowledged_by_person_id is null)),
    constraint a_note_of_an_answer check (note is null or acknowledged_at is not null)
  );
  create unique index review_acknowledgement_open on review_acknowledgement (leg_id, checklist_id) where acknowledged_at is null and ended_at is null;
  create index review_acknowledgement_asked on review_acknowledgement (asked_at, scorecard_id) where acknowledged_at is null and ended_at is null;
  create index review_acknowledgement_read on review_acknowledgement (acknowledged_at, scorecard_id) where acknowledged_at is not null;
  grant select, insert on review_acknowledgement to shouwen_runtime;
  grant update (acknowledged_at, acknowledged_by_person_id, note, ended_at) on review_acknowledgement to shouwen_runtime;
`;

const IN_PERSON = `
  create function agents_acknowledge() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if acting_for() is not null or not exists (select 1 from leg where id = new.leg_id and person_id = new.acknowledged_by_person_id) then
      raise exception 'only the agent of a leg says that they have read its review' using errcode = 'check_violation', constraint = 'agents_acknowledge';
    end if;
    return new;
  end $$;
  revoke all on function agents_acknowledge() from public;
  create trigger agents_acknowledge before update on review_acknowledgement
    for each row when (new.acknowledged_at is not null and old.acknowledged_at is null) execute function agents_acknowledge();
`;
