import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import {
  connectionSchema,
  legKindSchema,
  legOutcomeSchema,
  telephonyNameSchema,
  telephonySettingsSchema,
  watchedFolderSchema,
} from '../telephony.js';
import { asideFileSchema, folderProblemSchema } from '../watched-folders.js';

/** So much of a file is previewed at most, in characters. */
export const RECORDS_PREVIEWED = 64_000;

/** A line that is none of a reader's records, and what is wrong with it. */
export const unreadLineSchema = z.object({
  line: z.number().int(),
  what: z.enum(['columns', 'time', 'event', 'value']),
});
export type UnreadLineView = z.infer<typeof unreadLineSchema>;

export const telephonyReaderSchema = z.object({
  name: z.string(),
  title: bilingualSchema,
  /** `verified`: tried on records that the real system wrote. */
  label: z.enum(['verified', 'from documentation']),
  /** What columns of its files can be mapped to. */
  columns: z.array(z.string()),
});

/**
 * How a source is. `waiting`: nothing has come yet. `silent`: it sends at this time of the week, and has not for hours. `blocked`: its folder
 * cannot be read. `aside`: many files were put aside.
 */
export const sourceHealthSchema = z.enum(['well', 'waiting', 'silent', 'blocked', 'aside', 'ended']);
export type SourceHealth = z.infer<typeof sourceHealthSchema>;

export const telephonySourceViewSchema = z.object({
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
export type TelephonySourceView = z.infer<typeof telephonySourceViewSchema>;

export const telephonySourcesSchema = z.object({
  sources: z.array(telephonySourceViewSchema),
  readers: z.array(telephonyReaderSchema),
  /** Below which directories a folder may be watched; empty: none. */
  watchedDirs: z.array(z.string()),
});
export type TelephonySources = z.infer<typeof telephonySourcesSchema>;

/** One source, with the last lines of its logs that could not be read. */
export const telephonySourceSchema = telephonySourceViewSchema.extend({
  unreadLines: z.array(unreadLineSchema.extend({ file: z.string() })),
});
export type TelephonySourceDetail = z.infer<typeof telephonySourceSchema>;

export const newTelephonySourceSchema = z
  .object({
    name: telephonyNameSchema,
    reader: z.string().min(1).max(40),
    settings: telephonySettingsSchema,
    /** The teams that it may speak for; null: all. */
    teamIds: z.array(z.uuid()).min(1).max(200).nullable(),
    folder: watchedFolderSchema.nullable(),
  })
  .strict();
export type NewTelephonySource = z.infer<typeof newTelephonySourceSchema>;

/** What can be changed of a source that is there; what is left out stays. */
export const changedTelephonySourceSchema = z
  .object({ settings: telephonySettingsSchema.optional(), folder: watchedFolderSchema.nullable().optional() })
  .strict();
export type ChangedTelephonySource = z.infer<typeof changedTelephonySourceSchema>;

export const asideQuerySchema = z
  .object({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .strict();
export type AsideQuery = z.infer<typeof asideQuerySchema>;
export const asideFilesSchema = z.object({ items: z.array(asideFileSchema), nextCursor: z.string().nullable() });
export type AsideFiles = z.infer<typeof asideFilesSchema>;

export const recordsPreviewQuestionSchema = z
  .object({
    /** The file's own, without folders. */
    name: z.string().min(1).max(255),
    /** Whole lines, the first of the file among them where it names columns. */
    text: z.string().min(1).max(RECORDS_PREVIEWED),
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
  direction: z.enum(['inbound', 'outbound', 'internal']).nullable(),
  customer: text,
  outcome: connectionSchema.nullable(),
  legs: z.array(
    z.object({
      kind: legKindSchema,
      extension: text,
      outcome: legOutcomeSchema.nullable(),
      ringSeconds: z.number().nullable(),
    }),
  ),
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

/** Lines are named by their number; of many, the first hundred. */
export const recordsTakenSchema = z.object({
  taken: z.number().int(),
  known: z.number().int(),
  unreadCount: z.number().int(),
  unread: z.array(unreadLineSchema).max(100),
});
export type RecordsTakenAnswer = z.infer<typeof recordsTakenSchema>;

export const recordsQuerySchema = z
  .object({
    /** The file's name: some readers tell a file by it. */
    name: plainText().trim().min(1).max(200).default('records'),
  })
  .strict();

export const queueTeamSchema = z.object({ queue: z.string(), teamId: z.uuid() });
export const queueTeamListSchema = z.object({ items: z.array(queueTeamSchema) });

/** Which team answers for a queue; null: none any more. */
export const setQueueTeamSchema = z
  .object({ queue: plainText().trim().min(1).max(60), teamId: z.uuid().nullable() })
  .strict();

export const switchboardNumberSchema = z.object({
  switchboardNumberId: z.uuid(),
  /** In E.164; null: its calls told that it is shared, and it is not kept. */
  number: z.string().nullable(),
  setAt: z.iso.datetime(),
});
export const switchboardNumberListSchema = z.object({ items: z.array(switchboardNumberSchema) });
export type SwitchboardNumberList = z.infer<typeof switchboardNumberListSchema>;

/** As it is dialled at home, or in E.164. */
export const newSwitchboardNumberSchema = z.object({ number: plainText().trim().min(2).max(40) }).strict();
