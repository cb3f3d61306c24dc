import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A call of which no recording is left has ended, and waits for no person. */
export class DestroyedCalls1795773000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table call drop constraint call_stage_check;
      alter table call add constraint call_stage_check check (
        stage in ('known','recorded','sealed','transcribed','scored','not_recorded','needs_attention','given_up','destroyed'));
      update call set stage = 'destroyed', stage_reason = null, stage_at = now()
      where stage in ('recorded','sealed','transcribed','needs_attention')
        and exists (select 1 from recording where call_id = call.id)
        and not exists (select 1 from recording where call_id = call.id and custody <> 'destroyed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update call set stage = 'needs_attention', stage_reason = 'internal_error', stage_at = now() where stage = 'destroyed';
      alter table call drop constraint call_stage_check;
      alter table call add constraint call_stage_check check (
        stage in ('known','recorded','sealed','transcribed','scored','not_recorded','needs_attention','given_up'));
    `);
  }
}
