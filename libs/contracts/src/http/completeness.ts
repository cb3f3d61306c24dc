import { z } from 'zod';
import {
  completenessSettingsSchema,
  gapAcceptanceSchema,
  gapClosingSchema,
  gapFactsSchema,
  gapKindSchema,
} from '../completeness.js';
import { inWords, bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { roleSchema } from '../roles.js';

const count = z.number().int();
const who = z.object({ personId: z.uuid(), name: bilingualSchema });

/** Days of the site's calendar; a month at most, so that a board stays as quick after years. */
export const completenessQuerySchema = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .strict()
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 31 * 86_400_000, {
    path: ['to'],
    ...inWords('请选择不超过 32 天的时段', 'choose a period of at most 32 days'),
  });
export type CompletenessQuery = z.infer<typeof completenessQuerySchema>;

/** Talks of agents of one source and team in the period. */
export const completenessRowSchema = z.object({
  source: z.string(),
  /** null: it is not known whose they are. */
  team: z.object({ teamId: z.uuid(), name: bilingualSchema }).nullable(),
  /** Which ought to be recorded, or are. */
  legs: count,
  recorded: count,
  transcribed: count,
  scored: count,
  /** Of which something is missing now. */
  withGap: count,
  /** Open gaps by kind; kinds without any are left out. */
  gaps: z.partialRecord(gapKindSchema, count),
});
export type CompletenessRow = z.infer<typeof completenessRowSchema>;

export const completenessBoardSchema = z.object({
  settings: completenessSettingsSchema,
  rows: z.array(completenessRowSchema),
  /** Of any time, within reach. */
  open: count,
  waiting: count,
});
export type CompletenessBoard = z.infer<typeof completenessBoardSchema>;

/** `open` and not yet asked to be accepted, `waiting` for a second person's agreement, or `closed`. */
export const gapStateSchema = z.enum(['open', 'waiting', 'closed']);
export type GapState = z.infer<typeof gapStateSchema>;

export const gapActSchema = z.enum(['take', 'ask', 'agree', 'refuse']);
export type GapAct = z.infer<typeof gapActSchema>;

export const gapSchema = z.object({
  gapId: z.uuid(),
  kind: gapKindSchema,
  callId: z.uuid(),
  legId: z.uuid(),
  source: z.string(),
  startedAt: z.iso.datetime(),
  team: bilingualSchema.nullable(),
  agent: bilingualSchema.nullable(),
  /** By the name that the telephone system gives it, where no agent is known. */
  extension: z.string().nullable(),
  facts: gapFactsSchema,
  state: gapStateSchema,
  owner: who.nullable(),
  /** Whose it is as long as no person has taken it. */
  ownedBy: roleSchema,
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  closing: gapClosingSchema.nullable(),
  asked: who.extend({ at: z.iso.datetime() }).nullable(),
  acceptedBy: who.nullable(),
  /** In a small house, one person stood for both. */
  byOnePerson: z.boolean(),
  reason: gapAcceptanceSchema.nullable(),
  note: z.string().nullable(),
  /** The call itself is within the asker's rights. */
  callShown: z.boolean(),
  may: z.array(gapActSchema),
});
export type Gap = z.infer<typeof gapSchema>;

export const gapListQuerySchema = z
  .object({
    state: gapStateSchema.default('open'),
    kind: gapKindSchema.optional(),
    teamId: z.uuid().optional(),
    source: plainText().max(100).optional(),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .strict();
export type GapListQuery = z.infer<typeof gapListQuerySchema>;

export const gapListSchema = z.object({ items: z.array(gapSchema), nextCursor: z.uuid().nullable() });
export type GapList = z.infer<typeof gapListSchema>;

export const newGapAcceptanceSchema = z
  .object({
    reason: gapAcceptanceSchema,
    /** The person's own words. They lie beside the journal, where they can be erased. */
    note: plainText().pipe(z.string().trim().min(1).max(500)).optional(),
  })
  .strict()
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    ...inWords('请写明原因', 'say why'),
  });
export type NewGapAcceptance = z.infer<typeof newGapAcceptanceSchema>;

export const gapDecisionSchema = z.object({ agree: z.boolean() }).strict();
