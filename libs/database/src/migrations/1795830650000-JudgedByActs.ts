import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A company's own measure counts what rules and acts judged together. Acts and a language model have the same source on a card; a model that
 * counts is measured on its own, so that a row says which it was. Of a card whose evidence is destroyed it cannot be told any more: such a row
 * of this source stays out, as before.
 */
export class JudgedByActs1795830650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table blind_judgement add column by_language_model boolean not null default false');
    await runner.query(`
      update blind_judgement blind set by_language_model = true
      where machine_source = 'model' and not exists (
        select 1 from scorecard machine, jsonb_array_elements(machine.items) result
        where machine.id = blind.machine_scorecard_id and machine.inputs is not null
          and result->>'itemId' = blind.item_id and coalesce(result->'proposal'->>'state', '') <> 'counted')`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
