import { z } from 'zod';
import { checklistIdSchema } from '../checklist.js';
import { bilingualSchema, inWords } from '../language.js';
import { outcomeSchema } from '../scoring.js';
import { agentRefSchema } from './call-legs.js';

/** A pass over past calls: a back-test files nothing; scoring again files new cards beside the old ones, hearing again new words and then cards. */
export const runKindSchema = z.enum(['back_test', 'rescore', 'rehear']);
export type RunKind = z.infer<typeof runKindSchema>;

export const runStateSchema = z.enum(['waiting', 'running', 'finished', 'cancelled', 'failed']);
export type RunState = z.infer<typeof runStateSchema>;

export const MOST_CALLS_IN_A_RUN = 100_000;

const period = { from: z.iso.date(), to: z.iso.date() };
const inOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;

/** First and last day in the site's time zone. */
export const newRehearSchema = z
  .object(period)
  .strict()
  .refine(inOrder, inWords('开始日期在结束日期之后', 'the first day is after the last'));
export type NewRehear = z.infer<typeof newRehearSchema>;

export const newRescoreSchema = z
  .object({
    ...period,
    /** Only by this one; what flips is then listed. By every checklist that judges a call, where it is left out. */
    checklistId: checklistIdSchema.optional(),
    teamId: z.uuid().optional(),
  })
  .strict()
  .refine(inOrder, inWords('开始日期在结束日期之后', 'the first day is after the last'));
export type NewRescore = z.infer<typeof newRescoreSchema>;

export const newBackTestSchema = z
  .object({
    ...period,
    checklistId: checklistIdSchema,
    /** A published or retired version, or the open draft as it is saved now. */
    version: z.union([z.number().int().positive(), z.literal('draft')]),
    teamId: z.uuid().optional(),
    /** The newest calls of the period, up to this number. */
    atMost: z.number().int().min(1).max(MOST_CALLS_IN_A_RUN).default(1000),
  })
  .strict()
  .refine(inOrder, inWords('开始日期在结束日期之后', 'the first day is after the last'));
export type NewBackTest = z.infer<typeof newBackTestSchema>;

export const runSchema = z.object({
  runId: z.uuid(),
  kind: runKindSchema,
  state: runStateSchema,
  askedAt: z.iso.datetime(),
  askedBy: bilingualSchema,
  from: z.iso.date(),
  to: z.iso.date(),
  /** The teams that it reaches; null for every one. */
  teamIds: z.array(z.uuid()).nullable(),
  /** Of a back-test, and of scoring again by one checklist; `version` is null for a draft. */
  checklist: z.object({ id: z.string(), version: z.number().int().nullable(), title: bilingualSchema }).nullable(),
  total: z.number().int(),
  done: z.number().int(),
  /** Legs that the checklist does not judge, whose words are gone, or that a version published meanwhile judged. */
  leftOut: z.number().int(),
  /** New cards, when scoring again. */
  filed: z.number().int(),
  /** Agents who were told, each once, when scoring again. */
  told: z.number().int(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** With `failed`. */
  failure: z.string().nullable(),
});
export type Run = z.infer<typeof runSchema>;

export const runListSchema = z.object({ runs: z.array(runSchema) });
export type RunList = z.infer<typeof runListSchema>;

export const runIdSchema = z.object({ runId: z.uuid() });

/** The outcome of an item on file; `none` where the card on file does not have it. */
export const filedOutcomeSchema = z.enum([...outcomeSchema.options, 'none']);
export type FiledOutcome = z.infer<typeof filedOutcomeSchema>;

/** How many legs went from one outcome to another; equal ones stayed. */
export const outcomeMoveSchema = z.object({ from: filedOutcomeSchema, to: outcomeSchema, legs: z.number().int() });
export type OutcomeMove = z.infer<typeof outcomeMoveSchema>;

export const agreementSchema = z.object({
  kappa: z.number(),
  /** 95 % interval. */
  low: z.number(),
  high: z.number(),
  n: z.number().int(),
  /** Pairs in which the person or the checklist abstained; not in `n`. */
  abstained: z.number().int(),
});

const shareSchema = z.number().min(0).max(1);
const totalSchema = z.object({ points: z.number(), maxPoints: z.number() }).nullable();

/** What the points would become, of the legs that have an automatic card on file. A change of weights flips nothing and moves these. */
export const pointChangesSchema = z.object({
  /** Legs with a card on file. */
  compared: z.number().int(),
  /** Legs whose share of the points rises, falls, or whose total appears or goes. */
  up: z.number().int(),
  down: z.number().int(),
  appears: z.number().int(),
  goes: z.number().int(),
  /** Means of points ÷ most points, over legs that have a total on both sides; null where there are none. */
  before: shareSchema.nullable(),
  after: shareSchema.nullable(),
  /** The largest changes first. */
  largest: z.array(
    z.object({
      callId: z.uuid(),
      /** The leg's place in its call, from 1. */
      leg: z.number().int(),
      startedAt: z.iso.datetime(),
      agent: agentRefSchema,
      from: totalSchema,
      to: totalSchema,
    }),
  ),
});
export type PointChanges = z.infer<typeof pointChangesSchema>;

export const backTestSchema = z.object({
  run: runSchema,
  points: pointChangesSchema,
  /** Legs that were judged and are counted below. */
  judged: z.number().int(),
  /** Legs that were judged and are left out of all figures, because the reader is to judge them, or others of the run, blind. */
  withheld: z.number().int(),
  flips: z.number().int(),
  moves: z.array(outcomeMoveSchema),
  /** Against what people said; null where they said too little. */
  agreement: agreementSchema.nullable(),
  items: z.array(
    z.object({
      itemId: z.string(),
      title: bilingualSchema,
      flips: z.number().int(),
      moves: z.array(outcomeMoveSchema),
      agreement: agreementSchema.nullable(),
    }),
  ),
  /** By staff number: no order of merit. */
  agents: z.array(z.object({ agent: agentRefSchema, flips: z.number().int(), moves: z.array(outcomeMoveSchema) })),
});
export type BackTest = z.infer<typeof backTestSchema>;

export const flipFiltersSchema = z.object({
  item: z.string().max(80).optional(),
  from: outcomeSchema.optional(),
  to: outcomeSchema.optional(),
  agent: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FlipFilters = z.infer<typeof flipFiltersSchema>;

export const flipListSchema = z.object({
  flips: z.array(
    z.object({
      callId: z.uuid(),
      legId: z.uuid(),
      /** The leg's place in its call, from 1: what the page's address names. */
      leg: z.number().int(),
      startedAt: z.iso.datetime(),
      agent: agentRefSchema,
      itemId: z.string(),
      title: bilingualSchema,
      from: outcomeSchema,
      to: outcomeSchema,
      atMs: z.number().int().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type FlipList = z.infer<typeof flipListSchema>;
