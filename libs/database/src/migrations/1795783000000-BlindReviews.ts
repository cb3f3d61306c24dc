import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A plan can have what it draws judged blind (decision 84). Whether a call is judged so is fixed when it is drawn: the runtime role cannot
 * change it. What the machine said then and what the person said stay beside each other, in codes, also when the recording is destroyed.
 */
export class BlindReviews1795783000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_assignment add column blind boolean not null default false;
      create index review_assignment_blind on review_assignment (reviewer_person_id, leg_id) where state = 'open' and blind;
      create table blind_judgement (
        assignment_id uuid not null references review_assignment (id),
        item_id text not null,
        leg_id uuid not null references leg (id),
        call_id uuid not null references call (id),
        checklist_id text not null,
        checklist_version int not null,
        machine_scorecard_id uuid not null references scorecard (id),
        machine_outcome text not null check (machine_outcome in ('met', 'not_met', 'not_applicable', 'insufficient')),
        machine_source text not null check (machine_source in ('fact', 'rule', 'model', 'human')),
        machine_reason text,
        machine_confidence double precision not null,
        person_scorecard_id uuid not null references scorecard (id),
        person_outcome text not null check (person_outcome in ('met', 'not_met', 'not_applicable', 'insufficient')),
        reviewer_person_id uuid not null references person (id),
        language text check (language in ('zh', 'en')),
        engine text,
        engine_version text,
        -- The machine's result of the leg was shown to this person before the call was theirs.
        seen_before boolean not null,
        judged_at timestamptz not null,
        -- The review was retracted.
        withdrawn_at timestamptz,
        primary key (assignment_id, item_id)
      );
      create index blind_judgement_in_time on blind_judgement (judged_at, item_id) where withdrawn_at is null and not seen_before;
      create index blind_judgement_of_card on blind_judgement (person_scorecard_id);
      create table result_look (
        leg_id uuid not null references leg (id),
        person_id uuid not null references person (id),
        first_at timestamptz not null,
        primary key (leg_id, person_id)
      );
      grant select, insert on blind_judgement, result_look to shouwen_runtime;
      grant update (withdrawn_at) on blind_judgement to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
