import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';

/** How a channel of a recording came, where it was captured as it was spoken. Deleted with its recording. */
@Entity('recording_track')
export class RecordingTrack {
  @PrimaryColumn('uuid')
  recordingId!: string;

  /** 0 is left. */
  @PrimaryColumn('int')
  channel!: number;

  /** As the telephone system calls its stream. */
  @Column('text')
  label!: string;

  @Column('text')
  role!: 'agent' | 'customer' | 'unknown';

  @Column('text', { array: true })
  codecs!: string[];

  @Column('int')
  packets!: number;

  @Column('int')
  lost!: number;

  @Column('int')
  longestGapMs!: number;

  @Column('double precision')
  jitterMs!: number;

  /** Packets of a codec that nothing here decodes. */
  @Column('int')
  undecoded!: number;
}

/** A span of a recording in which sound was not taken, or was lost: silence there says nothing. Deleted with its recording. */
@Entity('recording_unheard')
export class RecordingUnheard {
  @PrimaryColumn('uuid')
  recordingId!: string;

  @PrimaryColumn('int')
  fromMs!: number;

  @PrimaryColumn('int')
  toMs!: number;

  @PrimaryColumn('text')
  reason!: 'paused' | 'masked' | 'lost' | 'restart';
}

/** A part is as its whole was captured: its streams, and what of it was not taken, by the part's own time. */
export async function captureOfPart(
  tx: EntityManager,
  wholeId: string,
  part: { recordingId: string; fromMs: number; durationMs: number },
): Promise<void> {
  await tx.query(
    `insert into recording_track (recording_id, channel, label, role, codecs, packets, lost, longest_gap_ms, jitter_ms, undecoded)
     select $2::uuid, channel, label, role, codecs, packets, lost, longest_gap_ms, jitter_ms, undecoded from recording_track where recording_id = $1`,
    [wholeId, part.recordingId],
  );
  await tx.query(
    `insert into recording_unheard (recording_id, from_ms, to_ms, reason)
     select distinct $2::uuid, greatest(from_ms - $3, 0), least(to_ms - $3, $4), reason from recording_unheard
     where recording_id = $1 and to_ms > $3 and from_ms < $3 + $4`,
    [wholeId, part.recordingId, part.fromMs, part.durationMs],
  );
}
