import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What live capture knows of a recording beside its sound: how each stream came, and what of it was not taken. */
const TABLES = `
  create table recording_track (
    recording_id uuid not null references recording (id),
    channel int not null check (channel between 0 and 1),
    label text not null,
    role text not null check (role in ('agent','customer','unknown')),
    codecs text[] not null,
    packets int not null check (packets >= 0),
    lost int not null check (lost >= 0),
    longest_gap_ms int not null check (longest_gap_ms >= 0),
    jitter_ms double precision not null check (jitter_ms >= 0),
    -- Packets whose codec nothing here decodes: they are silence in the recording.
    undecoded int not null check (undecoded >= 0),
    primary key (recording_id, channel)
  );
  create table recording_unheard (
    recording_id uuid not null references recording (id),
    from_ms int not null check (from_ms >= 0),
    to_ms int not null check (to_ms > from_ms),
    reason text not null check (reason in ('paused','masked','lost','restart')),
    primary key (recording_id, from_ms, to_ms, reason)
  );
  grant select, insert, delete on recording_track, recording_unheard to shouwen_runtime;
`;

export class CapturedSound1795830730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
