import { z } from 'zod';
import { slugSchema } from './slug.js';
import { folderRecordingsSchema } from './watched-folders.js';

/** What a part of a call is. `consult` is a conversation beside it, about it. */
export const legKindSchema = z.enum(['agent', 'queue', 'ivr', 'consult', 'external']);
export type LegKind = z.infer<typeof legKindSchema>;

/** What became of a leg: of a queue, `abandoned` is a caller who gave up. */
export const legOutcomeSchema = z.enum(['answered', 'no_answer', 'declined', 'abandoned', 'busy', 'failed']);
export type LegOutcome = z.infer<typeof legOutcomeSchema>;

/** What became of a call. `answered` is by a person; `missed` rang, or waited, until the system gave up. */
export const connectionSchema = z.enum(['answered', 'abandoned', 'missed', 'busy', 'failed']);
export type Connection = z.infer<typeof connectionSchema>;

/** The slug by which a telephone system is named: calls that are uploaded under the same name are of the same system. */
export const telephonyNameSchema = slugSchema;

/** How its records are read. */
export const telephonySettingsSchema = z
  .object({
    /** IANA zone of times that name none. */
    zone: z.string().min(1).max(60),
    /** Whose numbers are dialled without a prefix; null: not said. */
    home: z.enum(['CN', 'US']).nullable(),
    /** What a column of a first line is called here → the reader's own name of it. */
    map: z.record(z.string().min(1).max(80), z.string().min(1).max(80)),
  })
  .strict();
export type TelephonySourceSettings = z.infer<typeof telephonySettingsSchema>;

/** A folder of the worker's machine that is watched for files of a source. */
export const watchedFolderSchema = z
  .object({
    path: z.string().min(1).max(1000),
    /** Milliseconds for which a file has to lie still. */
    stillFor: z.number().int().min(0).max(3_600_000),
    /** Milliseconds for which a recording waits for what tells of it; 0: it needs nothing. */
    sidecarWithin: z.number().int().min(0).max(86_400_000),
    /** What holds of its recordings; null: only its records are taken. */
    recordings: folderRecordingsSchema.nullable().default(null),
  })
  .strict();
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;
