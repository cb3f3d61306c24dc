import { type EntityManager } from 'typeorm';
import { Recording } from '../recording.entity.js';
import { RecordingTrack, RecordingUnheard } from '../captured/captured-sound.entity.js';
import { RecordingSpeech } from './recording-measures.service.js';

/** Takes out of the database what was measured of a recording's sound: who spoke when, and how loud. @returns how many rows */
export async function eraseSpeech(tx: EntityManager, recordingId: string): Promise<number> {
  const { affected } = await tx.delete(RecordingSpeech, { recordingId });
  await tx.update(Recording, recordingId, { soundChecks: null, progress: null });
  return affected ?? 0;
}

/** The same, with how it came. */
export async function eraseMeasures(tx: EntityManager, recordingId: string): Promise<ErasedRows> {
  const speech = await eraseSpeech(tx, recordingId);
  const tracks = await tx.delete(RecordingTrack, { recordingId });
  const unheard = await tx.delete(RecordingUnheard, { recordingId });
  return { measures: speech + (tracks.affected ?? 0) + (unheard.affected ?? 0) };
}

/** How many rows of each kind a destruction took out of the database, by name: what the certificate says. */
export type ErasedRows = Record<string, number>;
