import { type MigrationInterface, type QueryRunner } from 'typeorm';

const KINDS = {
  data_request: ['kind', "'access','erasure','withdrawal'"],
  destruction: ['reason', "'schedule','erasure','withdrawal','restored'"],
} as const;

/** A call that by its corrected facts must not have been recorded is shut and destroyed for that reason, not for a consent that was never taken back. */
export class NotRecordable1795774100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, (known) => `${known},'not_recordable'`);
  }

  /** What was decided for this reason keeps the nearest of the former ones. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table data_request drop constraint data_request_kind_check;
      alter table destruction drop constraint destruction_reason_check;
      update data_request set kind = 'withdrawal' where kind = 'not_recordable';
      update destruction set reason = 'withdrawal' where reason = 'not_recordable';
    `);
    await allow(runner, (known) => known);
  }
}

async function allow(runner: QueryRunner, of: (known: string) => string): Promise<void> {
  for (const [table, [column, known]] of Object.entries(KINDS)) {
    const name = `${table}_${column}_check`;
    await runner.query(
      `alter table ${table} drop constraint if exists ${name}, add constraint ${name} check (${column} in (${of(known)}))`,
    );
  }
}
