import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Reads the tables through for the constraints of `CallsOfTelephones`, in a transaction of its own: calls are read and written meanwhile. */
export class CallsOfTelephonesChecked1795830600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, names] of Object.entries(CONSTRAINTS))
      for (const name of names) await runner.query(`alter table ${table} validate constraint ${name}`);
    await runner.query(
      'create unique index leg_record_key_once on leg (call_id, record_key) where record_key is not null',
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const CONSTRAINTS = {
  call: ['call_stage_check', 'call_connection_check', 'call_has_direction'],
  leg: ['leg_kind_check', 'leg_outcome_check', 'leg_person_has_team'],
};
