import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** When an object was last read whole, found damaged, and copied to its second place (decision 36). */
export class ObjectCare1764300110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stored_object
        add column checked_at timestamptz,
        add column damaged_at timestamptz,
        add column copied_at timestamptz;
      -- The longest unread first; being written and read back counts as having been read.
      create index stored_object_longest_unread on stored_object ((coalesce(checked_at, verified_at, created_at)), id);
      create index stored_object_uncopied on stored_object (created_at, id) where copied_at is null;
      create index stored_object_damaged on stored_object (recording_id) where damaged_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table stored_object drop column checked_at, drop column damaged_at, drop column copied_at',
    );
  }
}
