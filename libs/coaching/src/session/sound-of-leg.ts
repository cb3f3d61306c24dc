import { type EntityManager } from 'typeorm';
import { coachingRefusals } from '../refusals.js';

/** The leg's recordings as far as texts about them depend on it. */
export interface SoundOfLeg {
  /** Of the longest, milliseconds; null where there is none or its length is not known. */
  readonly durationMs: number | null;
  /** One is being destroyed, or is: what people write from now on would outlive it. */
  readonly gone: boolean;
}

/** As it is until the transaction ends: destruction starts by changing the rows that this locks. */
export async function soundOfLeg(tx: EntityManager, legId: string): Promise<SoundOfLeg> {
  const rows: { durationMs: number | null; gone: boolean }[] = await tx.query(
    `select duration_ms as "durationMs", destruction_started_at is not null as gone from recording
     where leg_id = $1 and split_at is null for share`,
    [legId],
  );
  const known = rows.flatMap(({ durationMs }) => durationMs ?? []);
  return { durationMs: known.length === 0 ? null : Math.max(...known), gone: rows.some(({ gone }) => gone) };
}

/** @throws DomainError `moment_gone` */
export async function soundThatStays(tx: EntityManager, legId: string): Promise<SoundOfLeg> {
  const sound = await soundOfLeg(tx, legId);
  if (sound.gone) throw coachingRefusals.moment_gone();
  return sound;
}
