import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = 'order by decided_at desc, id desc';
const AFTER = 'order by decided_at desc, may_record, id desc';

/** Of two decisions at one time the stricter shuts a call, as it does wherever the last decision is read. */
export class StricterDecisionShuts1795830820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [written]: { text: string }[] = await runner.query(
      `select pg_get_functiondef('call_is_shut(uuid)'::regprocedure) as text`,
    );
    if (!written?.text.includes(BEFORE)) throw new Error('call_is_shut is not the function that this migration knows');
    await runner.query(written.text.replace(BEFORE, AFTER));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
