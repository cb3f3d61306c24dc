import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { recertificationAnswerSchema, recertifiedKindSchema, recertifiedStateSchema } from '../recertification.js';
import { permissionSchema, roleSchema } from '../roles.js';
import { delegableWorkSchema } from '../absences.js';

const who = z.object({ personId: z.uuid(), name: bilingualSchema });
const count = z.number().int();

/** How often it is asked who still needs which right. */
export const recertificationSettingsSchema = z
  .object({
    everyMonths: z.number().int().min(1).max(24),
    /** Days in which to answer. */
    answerDays: z.number().int().min(3).max(90),
    /** The day of the next round by the site's calendar; null: none is asked. */
    nextOn: z.iso.date().nullable(),
  })
  .strict();
export type RecertificationSettings = z.infer<typeof recertificationSettingsSchema>;

/** One round, with what of it is within reach. */
export const recertificationRoundSchema = z.object({
  roundId: z.uuid(),
  /** `RC-0001`. */
  code: z.string(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  counts: z.object({ open: count, kept: count, removalAsked: count, removed: count, gone: count }),
});
export type RecertificationRound = z.infer<typeof recertificationRoundSchema>;

export const recertificationListSchema = z.object({
  settings: recertificationSettingsSchema,
  rounds: z.array(recertificationRoundSchema),
});
export type RecertificationList = z.infer<typeof recertificationListSchema>;

/** One right about which it is asked. */
export const recertifiedItemSchema = z.object({
  itemId: z.uuid(),
  kind: recertifiedKindSchema,
  /** Whose role or token it is, who answers for a service's, or who deputises; of a standing grant and a group null. */
  person: who.extend({ staffNumber: z.string(), team: bilingualSchema }).nullable(),
  /** Of a token and of a deputy the one that reaches furthest of those by which they act. */
  role: roleSchema,
  /** `SG-0001`, of a standing grant. */
  grant: z.string().nullable(),
  /** What a token, a service or a group at the identity provider is called. */
  named: z.string().nullable(),
  /** What a token may do. */
  scopes: z.array(permissionSchema).nullable(),
  /** When a token was last used; null: never. */
  lastUsedAt: z.iso.datetime().nullable(),
  /** For whom a deputy acts, until which day, and for which work. */
  deputyFor: who.extend({ lastOn: z.iso.date(), works: z.array(delegableWorkSchema) }).nullable(),
  /** Of a role and a standing grant: who let whom in, the proposer first; empty where that was by the installation, or is over. */
  givenBy: z.array(who),
  /** In a small house, one person stood for both. */
  byOnePerson: z.boolean(),
  reach: z.object({ team: bilingualSchema.nullable(), client: bilingualSchema.nullable() }),
  state: recertifiedStateSchema,
  answeredBy: who.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  removedBy: who.nullable(),
  removedAt: z.iso.datetime().nullable(),
  mayAnswer: z.boolean(),
  /** The removal that was asked for is the asker's to carry out. */
  mayRemove: z.boolean(),
});
export type RecertifiedItem = z.infer<typeof recertifiedItemSchema>;

export const recertifiedQuerySchema = z
  .object({
    state: recertifiedStateSchema.optional(),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  })
  .strict();
export type RecertifiedQuery = z.infer<typeof recertifiedQuerySchema>;

export const recertifiedListSchema = z.object({
  items: z.array(recertifiedItemSchema),
  nextCursor: z.uuid().nullable(),
});
export type RecertifiedList = z.infer<typeof recertifiedListSchema>;

export const recertificationAnswersSchema = z
  .object({
    itemIds: z.array(z.uuid()).min(1).max(200),
    answer: recertificationAnswerSchema,
    /** Why: in the words of the person who answers. */
    reason: plainText().trim().min(3).max(500),
  })
  .strict();
export type RecertificationAnswers = z.infer<typeof recertificationAnswersSchema>;

export const recertificationFileQuerySchema = z.object({ exportLanguage: languageSchema.optional() }).strict();
