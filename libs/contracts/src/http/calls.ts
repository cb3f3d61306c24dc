import { z } from 'zod';
import { agentRefSchema, callMaySchema, legSchema } from './call-legs.js';
import { inWords, bilingualSchema, languageSchema, languageToldSchema } from '../language.js';
import { callStageSchema, custodySchema, giveUpReasonSchema } from '../call-stage.js';
import { consentStateSchema } from '../consent.js';
import { outcomeSchema } from '../scoring.js';
import { soundChecksSchema } from '../sound-checks.js';
import { speakerRolesSchema, wordsRefusalSchema } from '../provided-words.js';
import { orderedCallsSchema } from '../call-filters.js';
import { correctionSchema } from '../corrections.js';
import { connectionSchema } from '../telephony.js';

export const outcomeCountsSchema = z.object({
  met: z.number().int(),
  not_met: z.number().int(),
  not_applicable: z.number().int(),
  insufficient: z.number().int(),
});
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

/** The counting score of a leg in short or, where none counts, the latest judgement. Points are null unless they count. */
export const scoreSummarySchema = z.object({
  counts: outcomeCountsSchema,
  /** How many of those not met are not trusted, and accuse no one. */
  told: z.number().int(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  coverage: z.number(),
  /** The heaviest item that was not met, else the first that could not be judged. */
  worst: z
    .object({ itemId: z.string(), title: bilingualSchema, outcome: outcomeSchema, atMs: z.number().int().nullable() })
    .nullable(),
});
export type ScoreSummary = z.infer<typeof scoreSummarySchema>;

/** The source of calls that a demonstration invents: rows with scores, without recordings and words. */
export const INVENTED_SOURCE = 'shouwen-demonstration-history';

export const callRowSchema = z.object({
  callId: z.uuid(),
  /** It was made up for a demonstration. */
  invented: z.boolean(),
  startedAt: z.iso.datetime(),
  direction: z.enum(['inbound', 'outbound', 'internal']),
  /** null: not given, and not told yet or could not be told for sure. */
  language: languageSchema.nullable(),
  stage: callStageSchema,
  /** With `not_recorded`, `needs_attention` and `given_up`. */
  stageReason: z.string().nullable(),
  /** With `needs_attention` and `given_up`: what a server elsewhere said when it refused, one line of plain text in its own words. */
  stageSaid: z.string().nullable(),
  stageAt: z.iso.datetime(),
  /** Its recordings are destroyed, for ever: what is left are the facts and the scores. */
  destroyed: z.boolean(),
  /** 0–1 while the words are being recognised, else null. */
  progress: z.number().min(0).max(1).nullable(),
  durationMs: z.number().int().nullable(),
  /** From the agent's alert to the answer; null where it is not known. */
  ringSeconds: z.number().nullable(),
  /** The longest silence of the conversation, holds left out; null where it was not measured. */
  silenceMs: z.number().int().nullable(),
  /** Masked: `138****2046`, `陈**`. */
  customer: z.string().nullable(),
  matter: z.string().nullable(),
  /** The agent whose leg the row shows; length, ring time and score are those of this leg alone. */
  agent: agentRefSchema,
  /** How many legs of the call could be shown so: agents' legs that the asker sees. Of a call that came under two ids each has its row, which counts both. */
  legs: z.number().int(),
  score: scoreSummarySchema.nullable(),
  /** The asker is to judge a leg of it blind and has not yet: its score is shown once they published theirs. */
  scoreWithheld: z.boolean(),
});
export type CallRow = z.infer<typeof callRowSchema>;

export const callListQuerySchema = orderedCallsSchema
  .extend({
    /** Where a page begins, from `nextCursor` or `newerCursor` of a list in the same order. */
    cursor: z.string().max(300).optional(),
    /** `newer` reads towards the top of the list; without a cursor it gives the last page. Rows come in the list's order either way. */
    toward: z.enum(['older', 'newer']).default('older'),
    /** Begins at the end of this day (site's time zone) in place of a cursor, so that a date is as near as the newest call. Newest first only. */
    at: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(({ at, sort }) => at === undefined || sort === 'newest', {
    ...inWords('只有“最新在前”的列表才能跳到某一天', 'a day is a place in a list that has the newest first'),
    path: ['at'],
  });
export type CallListQuery = z.infer<typeof callListQuerySchema>;

export const callListSchema = z.object({
  items: z.array(callRowSchema),
  /** The next page down; null at the last call. */
  nextCursor: z.string().nullable(),
  /** The next page up; null where nothing was above it when it was read. */
  newerCursor: z.string().nullable(),
});
export type CallList = z.infer<typeof callListSchema>;

/** A rate always says of how many, with its 95 % Wilson interval. */
export const rateSchema = z.object({ n: z.number().int(), of: z.number().int(), low: z.number(), high: z.number() });
export type Rate = z.infer<typeof rateSchema>;

/** The strip above the list, over the calls that the asker may see since local midnight. */
export const callFiguresSchema = z.object({
  since: z.iso.datetime(),
  known: z.number().int(),
  recorded: z.number().int(),
  notRecorded: z.number().int(),
  processing: z.number().int(),
  /** Of any day: an old call that waits is not less urgent. */
  needsAttention: z.number().int(),
  scored: z.number().int(),
  withinThreeRings: rateSchema.nullable(),
});
export type CallFigures = z.infer<typeof callFiguresSchema>;

export const recordingSchema = z.object({
  recordingId: z.uuid(),
  legId: z.uuid(),
  /** When it began, by the wall clock, where its source says; null: it is not told. */
  beganAt: z.iso.datetime().nullable(),
  /** Of a part of a recording that holds the talks of several agents: where in it it begins, and how long that is. null: it came as it is. */
  partOf: z.object({ fromMs: z.number().int(), wholeMs: z.number().int() }).nullable(),
  /** Where no sound was taken, of a captured one; `by`: who paused it, null where no person did: consent was open, or the telephone system sent nothing. */
  pauses: z.array(z.object({ fromMs: z.number().int(), toMs: z.number().int(), by: bilingualSchema.nullable() })),
  custody: custodySchema,
  /** Of the bytes that were received; of a part, of its sound as it was cut. */
  sha256: z.string(),
  /** Of the original as it is kept; another one only where card codes were cut out of it. */
  keptSha256: z.string(),
  bytes: z.number().int(),
  durationMs: z.number().int(),
  channels: z.number().int(),
  sampleRate: z.number().int(),
  codec: z.string(),
  incomplete: z.boolean(),
  damaged: z.boolean(),
  /** Shut until legal has decided. */
  restricted: z.boolean(),
  /** Of a shut one: at the request of the person recorded, or since by its corrected facts the rules forbade to record it. */
  shutFor: z.enum(['person', 'rules']).nullable(),
  /** A legal hold keeps it. */
  held: z.boolean(),
  /** Number of the certificate of its destruction: `DC-000001`. */
  certificate: z.string().nullable(),
  sealedAt: z.iso.datetime().nullable(),
  /** How many copies of the recording's key answer now. */
  keyCopies: z.number().int(),
  agentChannel: z.enum(['left', 'right']).nullable(),
  /** Who each speaker is where the channels alone do not tell, in the order in which they first speak; null inside: it is not sure. */
  speakers: speakerRolesSchema.nullable(),
  /** Why the words that came with the call cannot be used. */
  wordsRefusal: wordsRefusalSchema.nullable(),
  /** Of its newest words; null while there are none. */
  transcriptVersion: z.number().int().nullable(),
  /** Null until it is sealed, and for recordings sealed before there were checks. */
  soundChecks: soundChecksSchema.nullable(),
});
export type Recording = z.infer<typeof recordingSchema>;

export const callDetailSchema = callRowSchema.extend({
  /** null: no record of the call says. */
  direction: callRowSchema.shape.direction.nullable(),
  /**
   * Deprecated, as are `durationMs`, `ringSeconds`, `silenceMs` and `score` of a call with several legs: they are of one leg, `legs` and
   * `recordings` tell of each. null: no agent is known of any leg that the asker sees.
   */
  agent: agentRefSchema.nullable(),
  /** What became of the customer's call, by the telephone system; null: it was not told. */
  connection: connectionSchema.nullable(),
  source: z.string(),
  externalId: z.string(),
  region: z.string(),
  classification: z.enum(['business', 'private']),
  /** The language that was recognised where none was given; null where one was. */
  languageTold: languageToldSchema.nullable(),
  /** What the source calls the matter: `matter` is its title. */
  matterReference: z.string().nullable(),
  /** What it is recorded for, and how it ended, in the company's own words. */
  purpose: z.string().nullable(),
  outcome: z.string().nullable(),
  /** null: of a call that only the telephone system knows nothing was decided. */
  consent: z
    .object({
      state: consentStateSchema,
      ruleId: z.string(),
      /** The version of the consent rules that it is of; null: they could not be read, and the strictest rule held. */
      rulesVersion: z.number().int().nullable(),
      mayRecord: z.boolean(),
      evidenceKind: z.string().nullable(),
      evidenceAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Those that the asker may see, in order; of the others nothing is told. */
  legs: z.array(legSchema),
  recordings: z.array(recordingSchema),
  sameMatter: z.array(
    z.object({
      callId: z.uuid(),
      startedAt: z.iso.datetime(),
      /** null: no agent is known of any leg that the asker sees. */
      agent: bilingualSchema.nullable(),
      stage: callStageSchema,
    }),
  ),
  /** What was corrected, newest first. */
  corrections: z.array(correctionSchema),
  /** With `given_up`: who closed it, when and why. */
  givenUp: z
    .object({
      at: z.iso.datetime(),
      by: bilingualSchema,
      reason: giveUpReasonSchema,
      note: z.string().nullable(),
    })
    .nullable(),
  /** Deprecated: of the first leg that can be heard. `legs[].may` says it of each. */
  may: callMaySchema.meta({ deprecated: true }),
  neighbours: z.object({ newer: z.uuid().nullable(), older: z.uuid().nullable() }),
});
export type CallDetail = z.infer<typeof callDetailSchema>;

export const callJournalEntrySchema = z.object({
  entryId: z.uuid(),
  /** Dense once sealed; null in the unsealed window of at most 5 s. */
  position: z.number().int().nullable(),
  at: z.iso.datetime(),
  event: z.string(),
  actor: z.object({ kind: z.enum(['person', 'system']), name: bilingualSchema.nullable() }),
  /** What people call the thing that it is about, as `DS-0001`; null where it has no such name. */
  ref: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type CallJournalEntry = z.infer<typeof callJournalEntrySchema>;
export const callJournalSchema = z.object({ entries: z.array(callJournalEntrySchema) });
export type CallJournal = z.infer<typeof callJournalSchema>;
