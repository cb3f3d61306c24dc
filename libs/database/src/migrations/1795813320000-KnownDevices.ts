import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A browser in which an account was signed in to: guesses from elsewhere do not make its person wait there (ADR 0110). */
export class KnownDevices1795813320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_device (
        -- sha256 of what the browser's cookie says.
        token_hash text not null,
        account_id uuid not null references account (id),
        last_used_at timestamptz not null,
        primary key (token_hash, account_id)
      );
      create index known_device_of_account on known_device (account_id);
      grant select, insert, update, delete on known_device to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
