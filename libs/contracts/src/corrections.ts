import { z } from 'zod';
import { consentStatementSchema } from './consent.js';
import { bilingualSchema, languageSchema, inWords } from './language.js';
import { correctedFacts } from './leg-facts.js';
import { plainText } from './plain-text.js';
import { speakerRoleSchema, MAX_SPEAKERS } from './provided-words.js';
import { uploadMetadataSchema } from './upload.js';

const upload = uploadMetadataSchema.shape;
const timestamp = z.iso.datetime({ offset: true });

/** What of a call can be corrected; null takes a fact back: it is then unknown. Identity (`source`, `externalId`) stays for ever. */
export const correctionChangesSchema = z
  .object({
    startedAt: timestamp.optional(),
    language: languageSchema.optional(),
    region: upload.region.optional(),
    direction: upload.direction.optional(),
    classification: z.enum(['business', 'private']).optional(),
    /** Needed again where the consent that was sent was `not_required`, if the rule changes with the call. */
    consent: consentStatementSchema.optional(),
    customer: z
      .object({ number: plainText().max(40).optional(), name: plainText().max(80).optional() })
      .strict()
      .nullable()
      .optional(),
    matter: upload.matter.unwrap().nullable().optional(),
    purpose: upload.purpose.unwrap().nullable().optional(),
    outcome: upload.outcome.unwrap().nullable().optional(),
    agentChannel: z.enum(['left', 'right']).optional(),
    staffNumber: plainText().trim().min(1).max(40).optional(),
    ...correctedFacts,
  })
  .strict();
export type CorrectionChanges = z.infer<typeof correctionChangesSchema>;

export const CORRECTABLE = correctionChangesSchema.keyof().options;
export const correctableSchema = z.enum(CORRECTABLE);
export type Correctable = z.infer<typeof correctableSchema>;

export const correctionRequestSchema = z
  .object({
    /** Whose agent, times and facts are meant, where several agents took the call in turn. */
    legId: z.uuid().optional(),
    reason: plainText().trim().min(5).max(300),
    changes: correctionChangesSchema.refine(
      (changes) => Object.keys(changes).length > 0,
      inWords('请至少写明一项要更正的内容', 'name at least one thing to correct'),
    ),
  })
  .strict();
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>;

/** What a correction can move, so that it waits for a second person: who has a right to the call, until when it is kept, an open dispute, or whether it may be heard. */
export const movedSchema = z.enum(['rights', 'retention', 'dispute', 'consent']);
export type Moved = z.infer<typeof movedSchema>;

/**
 * A correction waits for a second person so many days and lapses then: while it waits the call is kept until the later of two terms and takes no
 * other correction of the kind, and who could decide forgets the call. A month covers the leave of a deciding colleague.
 */
export const CORRECTION_WAITS_DAYS = 30;
/** A lapsed one is listed for so many days more. */
export const LAPSED_LISTED_DAYS = 90;

export const correctionDecisionSchema = z.enum(['confirmed', 'refused', 'withdrawn', 'lapsed']);
export type CorrectionDecision = z.infer<typeof correctionDecisionSchema>;

/** A correction that waits for a second person. Values are as the call's page shows them: times in UTC, the customer masked. */
export const waitingCorrectionSchema = z.object({
  proposalId: z.uuid(),
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  by: bilingualSchema,
  /** `token`: sent with an API token of theirs. */
  from: z.enum(['person', 'token', 'upload']),
  /** null once it was erased. */
  reason: z.string().nullable(),
  moves: z.array(movedSchema),
  changes: z.array(z.object({ field: correctableSchema, before: z.unknown(), after: z.unknown() })),
  /** The agent whose call it is, and the one whom it names. */
  agents: z.object({ before: bilingualSchema, after: bilingualSchema.nullable() }),
  /** When it lapses, unless it is decided before. */
  lapsesAt: z.iso.datetime(),
  /** It waits no more: no second person decided it in time. */
  lapsed: z.boolean(),
  may: z.array(z.enum(['confirm', 'refuse', 'withdraw'])),
});
export type WaitingCorrection = z.infer<typeof waitingCorrectionSchema>;

export const waitingCorrectionsQuerySchema = z.object({
  /** Of this call alone. */
  callId: z.uuid().optional(),
});

/** The oldest first, at most a hundred; those that lapsed lately after those that wait. */
export const waitingCorrectionsSchema = z.object({ items: z.array(waitingCorrectionSchema), more: z.boolean() });
export type WaitingCorrections = z.infer<typeof waitingCorrectionsSchema>;

export const correctionRefusalSchema = z.object({ reason: plainText().trim().min(5).max(300) }).strict();

export const correctionResultSchema = z.object({
  /** What was other than it is now. */
  fields: z.array(correctableSchema),
  /** What waits for a second person, and why; null where all of it holds at once. */
  waiting: z
    .object({ proposalId: z.uuid(), fields: z.array(correctableSchema), moves: z.array(movedSchema) })
    .nullable(),
  /** What is done again because of it. */
  again: z.array(z.enum(['words', 'scores', 'promises', 'search'])),
  /** By the corrected facts it must not have been recorded: it is shut, and Legal decides. */
  shut: z.boolean(),
});
export type CorrectionResult = z.infer<typeof correctionResultSchema>;

/** One correction, as the call's page lists it. */
export const correctionSchema = z.object({
  at: z.iso.datetime(),
  by: bilingualSchema,
  /** `upload`: the recording was sent again with other metadata. */
  from: z.enum(['person', 'upload']),
  reason: z.string(),
  fields: z.array(correctableSchema),
  /** Who confirmed it; null of what held at once. */
  confirmedBy: bilingualSchema.nullable(),
  /** In a small house, one person stood for both. */
  byOnePerson: z.boolean(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** Who speaks in the words of a recording: one answer for each of its speakers, in the order in which they first speak. */
export const speakersRequestSchema = z
  .object({ recordingId: z.uuid(), roles: z.array(speakerRoleSchema).min(1).max(MAX_SPEAKERS) })
  .strict();
export type SpeakersRequest = z.infer<typeof speakersRequestSchema>;
