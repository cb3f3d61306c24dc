import { type EntityManager } from 'typeorm';

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
