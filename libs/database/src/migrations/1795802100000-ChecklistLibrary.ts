import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Drafts and versions remember from which entry of the library, and which version of it, they came (decision 103). */
export class ChecklistLibrary1795802100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['checklist_draft', 'checklist_version']) {
      await runner.query(`
        alter table ${table}
          add column library_entry text,
          add column library_version int,
          add constraint an_entry_has_its_version check (
            (library_entry is null) = (library_version is null) and coalesce(library_version, 1) > 0);
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
