import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import {
  coachingStateSchema,
  evaluationEndSchema,
  goalChangeSchema,
  goalMeasureSchema,
  goalReachedSchema,
  MOST_MOMENTS,
} from '../coaching.js';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { outcomeSchema } from '../scoring.js';
import { agentRefSchema } from './call-legs.js';
import { rateSchema } from './calls.js';

const milliseconds = z.number().int().nonnegative().max(2_147_483_647);
const note = plainText().trim().max(1000);
const text = plainText().trim().max(4000);

/** A moment of a call as the coach names it: an item of its score, a stretch of its recording, or both. */
export const newMomentSchema = z
  .object({
    callId: z.uuid(),
    legId: z.uuid(),
    item: z
      .object({ checklistId: checklistIdSchema, itemId: z.string().min(1).max(80) })
      .strict()
      .optional(),
    fromMs: milliseconds.optional(),
    toMs: milliseconds.optional(),
    note: note.optional(),
  })
  .strict()
  .refine(({ fromMs, toMs }) => (fromMs === undefined) === (toMs === undefined) && (fromMs ?? 0) <= (toMs ?? 0), {
    path: ['toMs'],
    ...inWords('片段要有开始和结束，且结束不早于开始', 'a stretch has a beginning and an end, in this order'),
  })
  .refine(({ item, fromMs }) => item !== undefined || fromMs !== undefined, {
    path: ['fromMs'],
    ...inWords('请选择评分项或片段', 'name an item or a stretch'),
  });
export type NewMoment = z.infer<typeof newMomentSchema>;

/** What changes of a moment; its call and item stay. */
export const momentChangeSchema = z
  .object({ fromMs: milliseconds.nullable(), toMs: milliseconds.nullable(), note: note.nullable() })
  .strict()
  .refine(({ fromMs, toMs }) => (fromMs === null) === (toMs === null) && (fromMs ?? 0) <= (toMs ?? 0), {
    path: ['toMs'],
    ...inWords('片段要有开始和结束，且结束不早于开始', 'a stretch has a beginning and an end, in this order'),
  });
export type MomentChange = z.infer<typeof momentChangeSchema>;

/** What the coach writes. `privateNotes` are the coach's alone, for ever; `sharedText` is what the agent reads. */
export const coachingTextsSchema = z
  .object({ heldOn: z.iso.date().nullable(), sharedText: text.nullable(), privateNotes: text.nullable() })
  .strict();
export type CoachingTexts = z.infer<typeof coachingTextsSchema>;

export const newCoachingSchema = coachingTextsSchema
  .partial()
  .extend({ agentPersonId: z.uuid(), moments: z.array(newMomentSchema).max(MOST_MOMENTS).default([]) });
export type NewCoaching = z.infer<typeof newCoachingSchema>;

export const coachingAnswerSchema = z.object({ text: plainText().trim().min(1).max(4000) }).strict();

export const newEvaluationSchema = z.object({ legId: z.uuid(), checklistId: checklistIdSchema }).strict();
export type NewEvaluation = z.infer<typeof newEvaluationSchema>;

/** An agent's own scoring: items that are left out were not answered. `insufficient`: they cannot tell. */
export const evaluationAnswersSchema = z
  .object({
    answers: z
      .array(z.object({ itemId: z.string().min(1).max(80), outcome: outcomeSchema, comment: note.optional() }).strict())
      .min(1)
      .max(200),
  })
  .strict();
export type EvaluationAnswers = z.infer<typeof evaluationAnswersSchema>;

/** Which call a moment is of. */
const ofCall = {
  callId: z.uuid(),
  legId: z.uuid(),
  /** The leg's place in its call, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  language: languageSchema.nullable(),
  customer: z.string().nullable(),
};

export const coachingMomentSchema = z.object({
  ...ofCall,
  momentId: z.uuid(),
  /** null too where the agent is to score the call first: `withheld`. */
  item: z.object({ checklistId: z.string(), itemId: z.string(), title: bilingualSchema }).nullable(),
  /** The item's result on the card that is shown now; null where it is not met and not trusted yet. */
  outcome: outcomeSchema.nullable(),
  fromMs: z.number().int().nullable(),
  toMs: z.number().int().nullable(),
  note: z.string().nullable(),
  /** What to play; null where it is destroyed or not sealed. */
  recording: z.object({ recordingId: z.uuid(), durationMs: z.number().int() }).nullable(),
  /** The recording was destroyed: note and place ended with it. */
  gone: z.boolean(),
  /** What it is about is kept from the agent until they have scored the call themselves. */
  withheld: z.boolean(),
});
export type CoachingMoment = z.infer<typeof coachingMomentSchema>;

export const evaluatedItemSchema = z.object({
  itemId: z.string(),
  title: bilingualSchema,
  section: bilingualSchema,
  /** The agent's own answer; null where they gave none. */
  own: outcomeSchema.nullable(),
  comment: z.string().nullable(),
  /** The result of the card that is shown now; null until the agent has answered, for the agent. */
  result: outcomeSchema.nullable(),
});

/** An agent scores a call of their own before they see its result. */
export const selfEvaluationSchema = z.object({
  ...ofCall,
  evaluationId: z.uuid(),
  checklist: z.object({ id: z.string(), title: bilingualSchema, version: z.number().int() }),
  askedAt: z.iso.datetime(),
  /** Until when the result is withheld; null while the session is a draft. */
  until: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  ended: evaluationEndSchema.nullable(),
  items: z.array(evaluatedItemSchema),
  /** Answers that are as the result, of those that both judged. */
  same: rateSchema.pick({ n: true, of: true }).nullable(),
});
export type SelfEvaluation = z.infer<typeof selfEvaluationSchema>;

/** An item that is to be met, or a measure that is to stay at or below a bound, in so many of 100 calls. */
export const newGoalSchema = z
  .object({
    item: z
      .object({ checklistId: checklistIdSchema, itemId: z.string().min(1).max(80) })
      .strict()
      .optional(),
    measure: z
      .object({ name: goalMeasureSchema, atMost: z.number().min(0).max(3600) })
      .strict()
      .optional(),
    targetPercent: z.number().int().min(1).max(100),
    fromDay: z.iso.date(),
    untilDay: z.iso.date(),
  })
  .strict()
  .refine(({ item, measure }) => (item === undefined) !== (measure === undefined), {
    path: ['item'],
    ...inWords('请选择一个评分项或一个指标', 'name either an item or a measure'),
  })
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, {
    path: ['untilDay'],
    ...inWords('结束日期不能早于开始日期', 'the last day is not before the first'),
  });
export type NewGoal = z.infer<typeof newGoalSchema>;

export const coachingGoalSchema = z.object({
  goalId: z.uuid(),
  item: z.object({ checklistId: z.string(), itemId: z.string(), title: bilingualSchema }).nullable(),
  measure: z.object({ name: goalMeasureSchema, atMost: z.number() }).nullable(),
  targetPercent: z.number().int(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  endedAt: z.iso.datetime().nullable(),
  /** Its days are over, and no one has ended it: the follow-up is due. */
  due: z.boolean(),
  /** Of the agent's calls in this team, those that met it, of those in which it could be told; null where there is none. */
  before: rateSchema.nullable(),
  after: rateSchema.nullable(),
  /** Since when the calls before are counted. */
  beforeFrom: z.iso.date(),
  /** Of the calls since, results that a person gave. */
  byPeople: z.number().int(),
  reached: goalReachedSchema,
  change: goalChangeSchema,
});
export type CoachingGoal = z.infer<typeof coachingGoalSchema>;

/** What the asker may do with a session now. `edit`: texts, moments and what the agent is asked to score. */
/** `follow_up`: end its goals, also after it was closed. */
export const coachingActSchema = z.enum(['edit', 'follow_up', 'share', 'discard', 'answer', 'acknowledge', 'close']);
export type CoachingAct = z.infer<typeof coachingActSchema>;

const head = {
  sessionId: z.uuid(),
  /** `CO-0001`. */
  code: z.string(),
  agent: agentRefSchema,
  coach: bilingualSchema,
  state: coachingStateSchema,
  /** The day of the talk. */
  heldOn: z.iso.date().nullable(),
  createdAt: z.iso.datetime(),
  sharedAt: z.iso.datetime().nullable(),
};

export const coachingSchema = z.object({
  ...head,
  sharedText: z.string().nullable(),
  /** null for everyone but the coach. */
  privateNotes: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** null once the recordings that the session is about are destroyed. */
  answers: z.array(z.object({ text: z.string().nullable(), at: z.iso.datetime() })),
  moments: z.array(coachingMomentSchema),
  /** Moments of calls that the asker's rights do not reach. */
  hiddenMoments: z.number().int(),
  evaluations: z.array(selfEvaluationSchema),
  goals: z.array(coachingGoalSchema),
  may: z.array(coachingActSchema),
});
export type CoachingView = z.infer<typeof coachingSchema>;

export const coachingRowSchema = z.object({
  ...head,
  moments: z.number().int(),
  /** Calls that the agent is still to score. */
  evaluationsOpen: z.number().int(),
  /** Goals whose days are over and that no one has ended. */
  followUpsDue: z.number().int(),
});
export type CoachingRow = z.infer<typeof coachingRowSchema>;

export const coachingListQuerySchema = z.object({
  /** `todo`: what waits for the asker. `open`: what is not closed. `all`: closed ones too. */
  show: z.enum(['todo', 'open', 'all']).default('open'),
  /** Of one agent. */
  agent: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CoachingListQuery = z.infer<typeof coachingListQuerySchema>;

/** The newest first. */
export const coachingListSchema = z.object({ items: z.array(coachingRowSchema), nextCursor: z.string().nullable() });
export type CoachingList = z.infer<typeof coachingListSchema>;

/** What waits for the asker. */
export const coachingFiguresSchema = z.object({
  /** As an agent: to read and acknowledge, and calls to score themselves. */
  toDo: z.number().int(),
  /** As a coach: drafts to share, and what the agent answered or read. */
  drafts: z.number().int(),
  answered: z.number().int(),
  /** Sessions with a goal whose follow-up is due. */
  followUps: z.number().int(),
  /** Of a coach: sessions that were answered or whose follow-up is due, each once. */
  waiting: z.number().int(),
});
export type CoachingFigures = z.infer<typeof coachingFiguresSchema>;

/** The words of a moment, as far as the asker may read them; masked like everywhere. */
export const momentWordsSchema = z.object({
  turns: z.array(
    z.object({
      speaker: z.enum(['agent', 'customer', 'unknown']),
      fromMs: z.number().int(),
      text: z.string(),
    }),
  ),
});
export type MomentWords = z.infer<typeof momentWordsSchema>;
