import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

const INDEXES = {
  listed_leg_stage: 'on listed_leg (stage, started_at desc, call_id desc)',
  listed_leg_team_stage: 'on listed_leg (team_id, stage, started_at desc, call_id desc)',
};

/**
 * Calls come to rest as scored, nearly all of them: who asks for these reads them in the order of time. Indexes by stage are for what is under way,
 * waits or failed, so that they stay small. They take the old ones' names at the end.
 */
export class StagesThatWait1795830892000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(INDEXES)) {
      // A run that was killed after the last step has given the name away already.
      const [named]: { partial: boolean }[] = await runner.query(
        'select indpred is not null as partial from pg_index where indexrelid = to_regclass($1)',
        [name],
      );
      if (named?.partial) continue;
      await indexConcurrently(runner, `${name}_open`, `${on} where stage <> 'scored'`);
      await runner.query(`drop index concurrently if exists ${name}`);
      await runner.query(`alter index ${name}_open rename to ${name}`);
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
