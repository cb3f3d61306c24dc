import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A version is published by another person than those who wrote in its draft (decision 95). Versions from before say nothing of authors. */
export class ChecklistsByTwo1795790000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table checklist_draft
        add column author_person_ids uuid[],
        add column asked_at timestamptz,
        add column asked_by_person_id uuid references person (id),
        add column sent_back_at timestamptz,
        add column sent_back_by_person_id uuid references person (id),
        -- What people wrote lies here and not in the journal.
        add column sent_back_reason text;
      -- The row of an open draft names who saved it last; the journal names all who did.
      update checklist_draft draft set author_person_ids = array(
        select draft.updated_by_person_id
        union
        select actor_person_id from journal_entry join journal_detail on entry_id = journal_entry.id
        where event = 'checklist.draft_saved' and actor_person_id is not null and at >= draft.created_at
          and details->>'checklistId' = draft.checklist_id);
      alter table checklist_draft
        alter column author_person_ids set not null,
        add constraint author_of_draft check (updated_by_person_id = any(author_person_ids)),
        add constraint asked_by_author check (
          (asked_at is null) = (asked_by_person_id is null)
          and (asked_by_person_id is null or asked_by_person_id = any(author_person_ids)));
      alter table checklist_version add column author_person_ids uuid[];
      alter table checklist_version add constraint another_person_publishes check (
        origin = 'shipped' or (published_by_person_id is not null and author_person_ids is not null
          and cardinality(author_person_ids) > 0 and not published_by_person_id = any(author_person_ids))) not valid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
