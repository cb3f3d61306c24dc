import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A person can give a call to a reviewer without a draw (decision 89): such an assignment names who gave it and why, and belongs to no draw,
 * so that no mean of random draws can count it.
 */
export class GivenReviews1795786100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review_assignment alter column draw_id drop not null,
        add column given_by_person_id uuid references person (id),
        add column given_reason text check (given_reason in ('second_look', 'complaint', 'training', 'other')),
        -- In the words of the person who gave it; ends with the recording.
        add column given_note text,
        add constraint drawn_or_given check ((draw_id is null) = (given_by_person_id is not null)
          and (given_by_person_id is null) = (given_reason is null)),
        add constraint given_is_not_blind check (draw_id is not null or not blind);
      create unique index review_given_once on review_assignment (leg_id, checklist_id, reviewer_person_id) where draw_id is null and state = 'open';
      grant update (given_note) on review_assignment to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
