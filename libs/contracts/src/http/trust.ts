import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { qualitySettingsSchema } from '../quality-settings.js';
import { notTrustedSchema, outcomeSchema } from '../scoring.js';
import { rateSchema } from './calls.js';
import { itemWorthSchema } from './quality.js';
import { defineRoutes, get } from './route.js';

const spread = z.object({ kappa: z.number(), low: z.number(), high: z.number() });

export const trustStateSchema = z.enum(['trusted', 'not_yet', 'unmeasured']);

/** What people who had not seen the result said of one item, in one language, of words that one engine heard. */
export const peopleAgreementSchema = z.object({
  /** Pairs of machine and person in all. */
  n: z.number().int(),
  /** Pairs in which both could tell; kappa rests on them. */
  judged: z.number().int(),
  /** null where it is not defined: fewer than two pairs, or all of them one and the same. */
  kappa: spread.nullable(),
  /** What the machine left to a person. */
  abstained: z.number().int(),
  /** Of what the machine called not met, how much people did, too; null without any. */
  accusedRight: rateSchema.nullable(),
});

export const itemTrustSchema = z.object({
  checklist: z.object({ id: z.string(), title: bilingualSchema }),
  itemId: z.string(),
  title: bilingualSchema,
  weight: z.number(),
  critical: z.boolean(),
  /** Names what is measured: an item whose check changed begins again. */
  judgement: z.string(),
  language: languageSchema,
  /** What heard the words; null where no blind review was made yet, whatever the engine. */
  engine: z.string().nullable(),
  people: peopleAgreementSchema.nullable(),
  /** The product's own measure, on written conversations; null where there is none. */
  own: itemWorthSchema.nullable(),
  /** What new cards go by. */
  state: trustStateSchema,
  from: notTrustedSchema.shape.from,
  kappa: spread.nullable(),
  n: z.number().int(),
  target: z.number(),
  /** Which results by rule count on new cards: `met` where it was never measured and accuses no one. */
  counts: qualitySettingsSchema.shape.trust.shape.unmeasured,
});
export type ItemTrustRow = z.infer<typeof itemTrustSchema>;

export const trustViewSchema = z.object({
  settings: qualitySettingsSchema.shape.trust,
  since: z.iso.datetime(),
  /** In the order of the checklists in force. */
  items: z.array(itemTrustSchema),
});
export type TrustView = z.infer<typeof trustViewSchema>;

/** Which pairs: all, those both judged, those that agree, what the machine left open, what it called not met, and that wrongly. */
export const agreementPartSchema = z.enum(['all', 'judged', 'agreed', 'abstained', 'accused', 'accused_wrong']);
export type AgreementPart = z.infer<typeof agreementPartSchema>;

export const agreementCallsQuerySchema = z.object({
  judgement: z.string().regex(/^[0-9a-f]{16}$/),
  itemId: z.string().max(80),
  language: languageSchema,
  engine: z.string().max(80),
  part: agreementPartSchema.default('all'),
});
export type AgreementCallsQuery = z.infer<typeof agreementCallsQuerySchema>;

export const agreementCallsSchema = z.object({
  /** Within the asker's reach. */
  total: z.number().int(),
  /** The latest first, two hundred at most. */
  items: z.array(
    z.object({
      callId: z.uuid(),
      /** The leg's place in its call, from 1. */
      leg: z.number().int(),
      startedAt: z.iso.datetime(),
      judgedAt: z.iso.datetime(),
      machine: outcomeSchema,
      person: outcomeSchema,
    }),
  ),
});
export type AgreementCalls = z.infer<typeof agreementCallsSchema>;

/** How far machine and people agree, and which items give points. */
export const trustRoutes = defineRoutes('trust', 'quality', {
  view: get('/api/v1/quality/trust', {
    summary: 'Which items are trusted, by language and engine, and what that rests on',
    description:
      'People’s figures are of blind reviews of random draws in a window of days, over the whole company; no call, team or agent is told.',
    access: { permission: 'checklists.read' },
    answer: trustViewSchema,
  }),
  calls: get('/api/v1/quality/trust/calls', {
    summary: 'The calls behind a figure of agreement, within reach',
    access: { permission: 'calibrations.manage' },
    query: agreementCallsQuerySchema,
    answer: agreementCallsSchema,
  }),
});
