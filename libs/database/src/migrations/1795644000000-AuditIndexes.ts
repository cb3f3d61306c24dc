import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The journal and the plays as an auditor asks for them: each filter has an index that ends with time (decision 39). */
export class AuditIndexes1795644000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index journal_entry_at on journal_entry (at, id);
      create index journal_entry_event on journal_entry (event, at, id);
      create index journal_entry_actor on journal_entry (actor_person_id, at, id) where actor_person_id is not null;
      create index journal_detail_subject on journal_detail
        ((coalesce(details->>'personId', details->>'ownerPersonId', details->>'toPersonId', details->>'accountId')))
        where coalesce(details->>'personId', details->>'ownerPersonId', details->>'toPersonId', details->>'accountId') is not null;
      create index journal_detail_matter on journal_detail
        ((coalesce(details->>'caseId', details->>'requestId', details->>'holdId', details->>'exportId')))
        where coalesce(details->>'caseId', details->>'requestId', details->>'holdId', details->>'exportId') is not null;
      create index play_opened on play (opened_at, id);
      create index play_of_person on play (person_id, opened_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index play_of_person, play_opened, journal_detail_matter, journal_detail_subject, journal_entry_actor, journal_entry_event,
        journal_entry_at;
    `);
  }
}
