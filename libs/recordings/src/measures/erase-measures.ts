import { type EntityManager } from 'typeorm';
import { type ErasedRows } from '../custody/erased-rows.js';
import { Recording } from '../recording.entity.js';
import { RecordingTrack, RecordingUnheard } from '../captured/captured-sound.entity.js';
import { RecordingSpeech } from './recording-speech.entity.js';

/** Takes out of the database what was measured of a recording's sound: who spoke when, and how loud. @returns how many rows */
export async function eraseMeasures(tx: EntityManager, recordingId: string): Promise<ErasedRows> {
  const speech = await tx.delete(RecordingSpeech, { recordingId });
  const tracks = await tx.delete(RecordingTrack, { recordingId });
  const unheard = await tx.delete(RecordingUnheard, { recordingId });
  await tx.update(Recording, recordingId, { soundChecks: null, progress: null });
  return { measures: (speech.affected ?? 0) + (tracks.affected ?? 0) + (unheard.affected ?? 0) };
}
