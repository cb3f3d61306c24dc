import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { indexConcurrently } from '../index-concurrently.js';

/** Reads the tables through for the constraints of `CallsOfTelephones` and an index: calls are read and written meanwhile. */
export class CallsOfTelephonesChecked1795830600001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, names] of Object.entries(CONSTRAINTS))
      for (const name of names) await runner.query(`alter table ${table} validate constraint ${name}`);
    const once = 'on leg (call_id, record_key) where record_key is not null';
    await indexConcurrently(runner, 'leg_record_key_once', once, 'unique index');
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const CONSTRAINTS = {
  call: ['call_stage_check', 'call_connection_check', 'call_has_direction'],
  leg: ['leg_kind_check', 'leg_outcome_check', 'leg_person_has_team'],
};
