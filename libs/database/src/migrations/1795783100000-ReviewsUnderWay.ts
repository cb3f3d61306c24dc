import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a person has answered and not published, so that another machine continues; and how long they were at it, counted by the server. A
 * draft is theirs alone and goes when it is published, when nothing is left of it, or with the recording.
 */
export class ReviewsUnderWay1795783100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_draft (
        leg_id uuid not null references leg (id),
        checklist_id text not null,
        person_id uuid not null references person (id),
        call_id uuid not null references call (id),
        based_on uuid not null references scorecard (id),
        answers jsonb not null,
        revision int not null check (revision > 0),
        begun_at timestamptz not null,
        saved_at timestamptz not null,
        primary key (leg_id, checklist_id, person_id)
      );
      create index review_draft_of_call on review_draft (call_id);
      create index review_draft_of_person on review_draft (person_id, saved_at);
      create table review_work (
        leg_id uuid not null references leg (id),
        checklist_id text not null,
        person_id uuid not null references person (id),
        spent_ms int not null check (spent_ms >= 0),
        active_at timestamptz not null,
        primary key (leg_id, checklist_id, person_id)
      );
      create table review_time (
        scorecard_id uuid primary key references scorecard (id),
        person_id uuid not null references person (id),
        spent_ms int not null check (spent_ms >= 0),
        published_at timestamptz not null
      );
      create index review_time_of_person on review_time (person_id, published_at);
      grant select, insert, update, delete on review_draft, review_work to shouwen_runtime;
      grant select, insert on review_time to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
