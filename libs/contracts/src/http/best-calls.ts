import { z } from 'zod';
import { bestCallEndSchema, bestCallScopeSchema, bestCallStateSchema } from '../coaching.js';
import { checklistIdSchema } from '../checklist.js';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { agentRefSchema } from './call-legs.js';

const milliseconds = z.number().int().nonnegative().max(2_147_483_647);

/** The longest stretch that is published, milliseconds: an example, not a call. */
export const LONGEST_BEST_CALL_MS = 300_000;

export const newBestCallSchema = z
  .object({
    callId: z.uuid(),
    legId: z.uuid(),
    item: z
      .object({ checklistId: checklistIdSchema, itemId: z.string().min(1).max(80) })
      .strict()
      .optional(),
    fromMs: milliseconds,
    toMs: milliseconds,
    /** What can be learned from it. */
    title: plainText().trim().min(1).max(120),
    note: plainText().trim().max(1000).optional(),
    scope: bestCallScopeSchema,
  })
  .strict()
  .refine(({ fromMs, toMs }) => fromMs < toMs && toMs - fromMs <= LONGEST_BEST_CALL_MS, {
    path: ['toMs'],
    ...inWords('片段要有长度，且最长 5 分钟', 'a stretch has a length, of five minutes at most'),
  });
export type NewBestCall = z.infer<typeof newBestCallSchema>;

/** `agree` and `decline` answer what was asked; `take_back`: at any time after. */
export const bestCallActSchema = z.enum(['agree', 'decline', 'take_back', 'publish', 'withdraw']);
export type BestCallAct = z.infer<typeof bestCallActSchema>;

/** Why the silenced sound cannot be heard now, so that it cannot be published. `trial`: the company only tries out what would be hidden. */
export const bestCallHindranceSchema = z.enum(['being_checked', 'unchecked', 'trial', 'shut']);
export type BestCallHindrance = z.infer<typeof bestCallHindranceSchema>;

export const bestCallSchema = z.object({
  bestCallId: z.uuid(),
  /** `BC-0001`. */
  code: z.string(),
  state: bestCallStateSchema,
  scope: bestCallScopeSchema,
  title: z.string().nullable(),
  note: z.string().nullable(),
  item: z.object({ checklistId: z.string(), itemId: z.string(), title: bilingualSchema }).nullable(),
  fromMs: z.number().int(),
  toMs: z.number().int(),
  language: languageSchema.nullable(),
  /** Whose call it is; null for those who only listen to it. */
  agent: agentRefSchema.nullable(),
  /** For people who may see the call. */
  callId: z.uuid().nullable(),
  nominatedBy: bilingualSchema,
  nominatedAt: z.iso.datetime(),
  publishedBy: bilingualSchema.nullable(),
  /** In a small house one person stood for both. */
  byOnePerson: z.boolean(),
  publishedAt: z.iso.datetime().nullable(),
  ended: z.object({ why: bestCallEndSchema, reason: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  /** Of the recording; null where it is destroyed. */
  durationMs: z.number().int().nullable(),
  hindrance: bestCallHindranceSchema.nullable(),
  may: z.array(bestCallActSchema),
});
export type BestCall = z.infer<typeof bestCallSchema>;

export const bestCallListQuerySchema = z.object({
  /** `published`: what can be heard. `waiting`: for an agreement or a second person. `ended`: what was. */
  show: z.enum(['published', 'waiting', 'ended']).default('published'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type BestCallListQuery = z.infer<typeof bestCallListQuerySchema>;
export const bestCallListSchema = z.object({ items: z.array(bestCallSchema), nextCursor: z.string().nullable() });
export type BestCallList = z.infer<typeof bestCallListSchema>;

export const bestCallReasonSchema = z.object({ reason: plainText().trim().min(3).max(500) }).strict();
