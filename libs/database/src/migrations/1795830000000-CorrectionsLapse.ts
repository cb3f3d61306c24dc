import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A correction that no second person decided lapses: it holds nothing open any more, and stays as a row. Only the clock says so, and not before
 * its time is over.
 */
export class CorrectionsLapse1795830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table correction_proposal
        drop constraint correction_proposal_decision_check,
        add constraint correction_proposal_decision_check check (decision in ('confirmed', 'refused', 'withdrawn', 'lapsed')),
        drop constraint correction_is_decided_whole,
        add constraint correction_is_decided_whole check (
          num_nulls(decision, decided_at) in (0, 2)
          and num_nulls(decided_by_person_id, decision_proved_at) = case when decision is null or decision = 'lapsed' then 2 else 0 end),
        add constraint correction_lapses_in_time check (decision <> 'lapsed' or decided_at >= proposed_at + interval '720 hours');
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
