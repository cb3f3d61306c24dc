import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The notice that the product comes with, in plainer English. One that the company replaced, or that a person has acknowledged, stays as it is. */
export class NoticeInPlainWords1795806100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update recording_notice set en = regexp_replace(en, 'They are used for nothing else, [^.]*\\.', $1)
       where version = 1 and not exists (select 1 from notice_acknowledgement where notice_version = 1)`,
      ['They are used for nothing else, and your mood is not judged from your voice.'],
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
