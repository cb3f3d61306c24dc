import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Packages of evidence, one for each approved request (decision 37). Their bytes are sealed objects under keys of their own. */
export class EvidenceExports1764300400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_export (
        id uuid primary key,
        request_id uuid not null unique references legal_request (id),
        grant_id uuid not null references request_grant (id),
        state text not null check (state in ('building','ready','failed','gone')),
        failure text,
        -- The try that is writing, or wrote, the package.
        object_id uuid,
        key_id uuid,
        wrapped_key bytea,
        plain_bytes bigint,
        segments int,
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        manifest_sha256 text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
        timestamped boolean not null,
        created_at timestamptz not null,
        ready_at timestamptz,
        gone_at timestamptz,
        gone_reason text check (gone_reason in ('expired','revoked','recording_gone')),
        constraint ready_is_whole check (state <> 'ready' or
          num_nulls(object_id, key_id, wrapped_key, plain_bytes, segments, sha256, manifest_sha256, ready_at) = 0),
        constraint gone_opens_no_more check (state <> 'gone' or (wrapped_key is null and gone_at is not null and gone_reason is not null))
      );
      create index evidence_export_grant on evidence_export (grant_id);
      create index evidence_export_ready on evidence_export (ready_at) where state = 'ready';
      grant select, insert, update on evidence_export to shouwen_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence_export');
  }
}
