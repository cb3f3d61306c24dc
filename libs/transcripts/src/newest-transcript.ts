import { type EntityManager } from 'typeorm';
import { TranscriptRow } from './transcript.entity.js';

/** In SQL, the newest words of a recording: `columns` of one row, or none. `recording` is what names it there. */
export const newestWords = (recording: string, columns: string): string =>
  `select ${columns} from transcript where transcript.recording_id = ${recording} order by transcript.version desc limit 1`;

export const newestOfRecording = (manager: EntityManager, recordingId: string): Promise<TranscriptRow | null> =>
  manager.findOne(TranscriptRow, { where: { recordingId }, order: { version: 'DESC' } });

/** The newest words of a leg, no matter of which of its recordings; of one that was split, those of its parts. */
export const newestOfLeg = (manager: EntityManager, legId: string): Promise<TranscriptRow | null> =>
  manager
    .createQueryBuilder(TranscriptRow, 'transcript')
    .innerJoin('recording', 'recording', 'recording.id = transcript.recording_id')
    .where('recording.leg_id = :legId and recording.split_at is null', { legId })
    .orderBy('transcript.created_at', 'DESC')
    .addOrderBy('transcript.id', 'DESC')
    .getOne();
