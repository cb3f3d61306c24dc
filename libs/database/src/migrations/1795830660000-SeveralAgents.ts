import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A kind of gap: the talk of an agent that lies in the recording of another. Gaps are few, and checked at once. */
export class SeveralAgents1795830660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table gap drop constraint gap_kind_check;
      alter table gap add constraint gap_kind_check check (kind in ('not_recorded','recorded_without_call','empty','one_channel_silent',
        'length_differs','ended_before_call','several_agents','not_transcribed','not_scored'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
