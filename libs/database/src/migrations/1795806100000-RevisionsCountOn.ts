import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A draft that is discarded and begun again has revisions of its own, so that an older screen does not save over it. */
export class RevisionsCountOn1795806100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence review_draft_revision as int;
      select setval('review_draft_revision', (select coalesce(max(revision), 0) + 1 from review_draft), false);
      create table checklist_draft_count (
        checklist_id text primary key,
        revision int not null check (revision > 0)
      );
      insert into checklist_draft_count (checklist_id, revision) select checklist_id, revision from checklist_draft;
      grant usage on sequence review_draft_revision to shouwen_runtime;
      grant select, insert, update on checklist_draft_count to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
