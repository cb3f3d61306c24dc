import { z } from 'zod';
import { inWords, bilingualSchema, languageSchema } from '../language.js';
import { attentionReasonSchema, callStageSchema, giveUpReasonSchema } from '../call-stage.js';
import { scheduleViewSchema } from '../schedules.js';
import { plainText } from '../plain-text.js';

/** Why a call is given up; `other` says nothing on its own, so it needs words. */
export const giveUpRequestSchema = z
  .object({
    reason: giveUpReasonSchema,
    /** The person's own words. They lie beside the journal, where they can be erased. */
    note: plainText().pipe(z.string().trim().min(1).max(500)).optional(),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('请写明原因', 'say why'),
  });
export type GiveUpRequest = z.infer<typeof giveUpRequestSchema>;

/** Calls that wait for the same thing. */
export const attentionGroupSchema = z.object({
  reason: attentionReasonSchema,
  /** Only calls in this language; left out, all of them. */
  language: languageSchema.optional(),
});
export type AttentionGroup = z.infer<typeof attentionGroupSchema>;

export const giveUpGroupSchema = z.object({ group: attentionGroupSchema, why: giveUpRequestSchema });
export type GiveUpGroup = z.infer<typeof giveUpGroupSchema>;

/** How many calls one request moved, and how many of the group are left for the next. */
export const groupMovedSchema = z.object({ moved: z.number().int(), left: z.number().int() });
export type GroupMoved = z.infer<typeof groupMovedSchema>;

/** Calls that one request retries or gives up at most, so that no transaction holds more rows than this. */
export const GROUP_AT_ONCE = 200;

/** How a part of the installation is. `detail` says what is wrong and what to do; neither it nor `facts` holds a secret. */
export const partSchema = z.object({
  ok: z.boolean(),
  warning: bilingualSchema.nullable(),
  detail: bilingualSchema,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Part = z.infer<typeof partSchema>;

/** A worker process, as it last reported. */
export const workerSchema = z.object({
  workerId: z.uuid(),
  /** Tells two machines apart without naming one. */
  host: z.string(),
  roles: z.array(z.string()),
  version: z.string(),
  startedAt: z.iso.datetime(),
  heartbeatAt: z.iso.datetime(),
  /** No heartbeat for longer than one may miss. */
  silent: z.boolean(),
  /** Jobs it runs now, by name. */
  running: z.record(z.string(), z.number().int()),
  engines: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      available: z.boolean(),
      /** The settings name it, so that it is used. */
      enabled: z.boolean(),
      /** False for what only shows the path and is not for real calls. */
      production: z.boolean(),
      languages: z.array(z.string()),
      /** Why it cannot start, with what to do. */
      advice: bilingualSchema.nullable(),
    }),
  ),
  /** Its clock against the database's, milliseconds; positive when it is ahead. */
  clockSkewMs: z.number().int(),
});
export type WorkerPresence = z.infer<typeof workerSchema>;

/** What the processing board shows: numbers and closed words about the installation, what servers said, nothing of any call. */
export const processingBoardSchema = z.object({
  at: z.iso.datetime(),
  oldestDue: z.object({ job: z.string(), seconds: z.number() }).nullable(),
  stages: z.array(z.object({ stage: callStageSchema, calls: z.number().int() })),
  attention: z.array(
    z.object({
      reason: z.string(),
      language: languageSchema.nullable(),
      calls: z.number().int(),
      oldestAt: z.iso.datetime(),
      /** What a server elsewhere said of the newest, in its own words. */
      said: z.string().nullable(),
      /** Of these, what this account may retry and give up. */
      mine: z.number().int(),
    }),
  ),
  jobs: z.array(
    z.object({
      job: z.string(),
      due: z.number().int(),
      running: z.number().int(),
      retrying: z.number().int(),
      failed: z.number().int(),
      oldestDueSeconds: z.number().nullable(),
      doneLastHour: z.number().int(),
    }),
  ),
  /**
   * How recognition stands: what waits, and whether this machine keeps up, by what it took for the newest recordings. Null until something was
   * heard, and while no worker is there.
   */
  hearing: z
    .object({
      recordings: z.number().int(),
      /** Sound that waits or is being heard. */
      waitingMs: z.number(),
      /** Until all of that is heard, if nothing else came. */
      endsInSeconds: z.number(),
      /** Sound that can be heard in an hour. */
      perHourMs: z.number(),
      /** The most that came in one hour of the last day. */
      busiestHourMs: z.number(),
      keepsUp: z.boolean(),
    })
    .nullable(),
  workers: z.array(workerSchema),
  /** What the clock starts, and how it goes. */
  schedules: z.array(scheduleViewSchema),
  storage: z.array(z.object({ kind: z.string(), objects: z.number().int(), bytes: z.number() })),
  parts: z.object({
    database: partSchema,
    queue: partSchema,
    objectStore: partSchema,
    keyStore: partSchema,
    keyCheck: partSchema,
    integrity: partSchema,
    objectCopy: partSchema,
    backup: partSchema,
    restoreDrill: partSchema,
    keyProvider: partSchema,
    journal: partSchema,
    mail: partSchema,
    disk: partSchema,
  }),
});
export type ProcessingBoard = z.infer<typeof processingBoardSchema>;
