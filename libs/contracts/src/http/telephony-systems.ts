import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { telephonyNameSchema, telephonySettingsSchema, watchedFolderSchema } from '../telephony.js';
import { asideFileSchema, folderProblemSchema } from '../watched-folders.js';

/** A file is read in pieces; larger ones are sent one after the other. */
export const RECORDS_PIECE = 200_000;

/** A line that is none of a reader's records, and what is wrong with it. */
export const unreadLineSchema = z.object({
  line: z.number().int(),
  what: z.enum(['columns', 'time', 'event', 'value']),
});
export type UnreadLineView = z.infer<typeof unreadLineSchema>;

export const telephonyReaderSchema = z.object({
  name: z.string(),
  /** `verified`: tried on records that the real system wrote. */
  label: z.enum(['verified', 'from documentation']),
  /** What columns of its files can be mapped to. */
  columns: z.array(z.string()),
});
export type TelephonyReader = z.infer<typeof telephonyReaderSchema>;

/**
 * How a source is. `waiting`: nothing has come yet. `silent`: it sends at this time of the week, and has not for hours. `blocked`: its folder
 * cannot be read. `aside`: many files were put aside.
 */
export const sourceHealthSchema = z.enum(['well', 'waiting', 'silent', 'blocked', 'aside', 'ended']);
export type SourceHealth = z.infer<typeof sourceHealthSchema>;

export const telephonySystemViewSchema = z.object({
  sourceId: z.uuid(),
  name: z.string(),
  reader: telephonyReaderSchema.omit({ columns: true }),
  settings: telephonySettingsSchema,
  /** null: all. */
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })).nullable(),
  folder: watchedFolderSchema.nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  health: sourceHealthSchema,
  /** When the newest of its records happened. */
  lastRecordAt: z.iso.datetime().nullable(),
  lastReceivedAt: z.iso.datetime().nullable(),
  records: z.number(),
  /** New ones of today, by the company's zone. */
  recordsToday: z.number(),
  /** Lines that could not be read. */
  unread: z.number(),
  /** Files that wait for a person. */
  aside: z.number(),
  /** Its folder, as it was last looked into; null: it has none, or was not looked into yet. */
  look: z
    .object({
      at: z.iso.datetime(),
      problem: folderProblemSchema.nullable(),
      /** Files that may still be written. */
      waiting: z.number(),
      /** Bytes of logs that are still to be read. */
      behindBytes: z.number(),
    })
    .nullable(),
});
export type TelephonySystemView = z.infer<typeof telephonySystemViewSchema>;

export const telephonySystemsSchema = z.object({
  sources: z.array(telephonySystemViewSchema),
  readers: z.array(telephonyReaderSchema),
  /** Below which directories a folder may be watched; empty: none. */
  watchedDirs: z.array(z.string()),
});
export type TelephonySystems = z.infer<typeof telephonySystemsSchema>;

/** One source, with the last lines of its logs that could not be read. */
export const telephonySystemSchema = telephonySystemViewSchema.extend({
  unreadLines: z.array(unreadLineSchema.extend({ file: z.string() })),
});
export type TelephonySystemDetail = z.infer<typeof telephonySystemSchema>;

export const newTelephonySystemSchema = z
  .object({
    name: telephonyNameSchema,
    reader: z.string().min(1).max(40),
    settings: telephonySettingsSchema,
    /** The teams that it may speak for; null: all. */
    teamIds: z.array(z.uuid()).min(1).max(200).nullable(),
    folder: watchedFolderSchema.nullable(),
  })
  .strict();
export type NewTelephonySystem = z.infer<typeof newTelephonySystemSchema>;

/** What can be changed of a source that is there; what is left out stays. */
export const changedTelephonySystemSchema = z
  .object({ settings: telephonySettingsSchema.optional(), folder: watchedFolderSchema.nullable().optional() })
  .strict();
export type ChangedTelephonySystem = z.infer<typeof changedTelephonySystemSchema>;

export const asideQuerySchema = z
  .object({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .strict();
export type AsideQuery = z.infer<typeof asideQuerySchema>;
export const asideFilesSchema = z.object({ items: z.array(asideFileSchema), nextCursor: z.string().nullable() });
export type AsideFiles = z.infer<typeof asideFilesSchema>;

const recordsText = {
  /** The file's own, without folders. */
  name: z.string().min(1).max(255),
  /** Whole lines, the first of the file among them where it names columns. */
  text: z.string().min(1).max(RECORDS_PIECE),
};

export const recordsPreviewQuestionSchema = z
  .object({
    ...recordsText,
    settings: telephonySettingsSchema,
    /** null: the first reader that knows it. */
    reader: z.string().min(1).max(40).nullable(),
  })
  .strict();
export type RecordsPreviewQuestion = z.infer<typeof recordsPreviewQuestionSchema>;

const text = z.string().nullable();

/** A call as the piece tells it, by what is known of it. */
export const previewedCallSchema = z.object({
  id: z.string(),
  startedAt: z.iso.datetime().nullable(),
  direction: text,
  customer: text,
  outcome: text,
  legs: z.array(z.object({ kind: z.string(), extension: text, outcome: text, ringSeconds: z.number().nullable() })),
});
export type PreviewedCall = z.infer<typeof previewedCallSchema>;

export const recordsPreviewSchema = z.object({
  /** Readers that know it, the first that would be taken first. */
  known: z.array(z.string()),
  /** Which one read it; null: none knows it as it is. */
  reader: z.string().nullable(),
  /** Names of the first line, or places from 1 where it has none, each with what stands below it and what it is taken for. */
  columns: z.array(z.object({ theirs: z.string(), example: z.string(), ours: z.string().nullable() })),
  records: z.number(),
  unread: z.number(),
  unreadLines: z.array(unreadLineSchema),
  calls: z.array(previewedCallSchema),
});
export type RecordsPreview = z.infer<typeof recordsPreviewSchema>;

export const sentRecordsSchema = z.object(recordsText).strict();
export const takenRecordsSchema = z.object({
  taken: z.number(),
  /** There already. */
  known: z.number(),
  unread: z.array(unreadLineSchema),
});
export type TakenRecords = z.infer<typeof takenRecordsSchema>;
