import { z } from 'zod';
import { regionSchema } from '../company.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { clockJumpSchema, destructionReasonSchema, retentionScheduleSchema } from '../retention.js';

const reason = plainText().trim().min(3).max(500);
const signature = z.object({ by: bilingualSchema.nullable(), at: z.iso.datetime() });

export const scheduleVersionSchema = z.object({
  version: z.number().int(),
  schedule: retentionScheduleSchema,
  reason: z.string(),
  proposed: signature,
  decided: signature.nullable(),
  /** In a small house one person proposed and decided it. */
  byOnePerson: z.boolean(),
});
export type ScheduleVersion = z.infer<typeof scheduleVersionSchema>;

export const retentionViewSchema = z.object({
  /** null before the first version: nothing falls due. */
  current: scheduleVersionSchema.nullable(),
  /** A change that waits for a second person. */
  waiting: scheduleVersionSchema.extend({ mine: z.boolean() }).nullable(),
  /** Published versions, the newest first. */
  history: z.array(scheduleVersionSchema),
  /** Why nothing is destroyed at the moment; null when all is well. */
  stopped: z
    .object({
      at: z.iso.datetime(),
      jumped: clockJumpSchema,
      seconds: z.number().int(),
      /** Who asked to start again after a restore; another confirms. */
      asked: signature.extend({ mine: z.boolean() }).nullable(),
    })
    .nullable(),
  clients: z.array(z.object({ clientId: z.uuid(), name: bilingualSchema })),
  /** Where the company records, as its profile says: a first schedule is proposed by it. */
  region: regionSchema.nullable(),
});
export type RetentionView = z.infer<typeof retentionViewSchema>;

export const scheduleProposalSchema = z
  .object({ from: z.number().int().min(0), schedule: retentionScheduleSchema, reason })
  .strict();
export type ScheduleProposal = z.infer<typeof scheduleProposalSchema>;

export const scheduleDecisionSchema = z
  .object({ version: z.number().int(), decision: z.enum(['agreed', 'refused']) })
  .strict();

const simulated = z.object({
  callId: z.uuid(),
  /** The day of the call, in the site's calendar; so are the last days on which it is kept. */
  day: z.iso.date(),
  /** null: no schedule is in force. */
  before: z.iso.date().nullable(),
  after: z.iso.date(),
  /** The rule that would decide, 0-based; null for the default. */
  rule: z.number().int().nullable(),
  /** How many recordings go the same way as this one. */
  recordings: z.number().int(),
});

/** What a schedule would do to the recordings that there are. What a hold keeps is counted in `held`, and nowhere else. */
export const retentionSimulationSchema = z.object({
  recordings: z.number().int(),
  earlier: z.number().int(),
  later: z.number().int(),
  same: z.number().int(),
  /** Their time would have passed already. */
  dueNow: z.number().int(),
  held: z.number().int(),
  /** How many fall due in each month, by the schedule in force and by this one. */
  byMonth: z.array(z.object({ month: z.string(), before: z.number().int(), after: z.number().int() })),
  /** A few of each, the most frequent first; none for a role that is for some teams only. */
  examples: z.object({ earlier: z.array(simulated), later: z.array(simulated) }),
});
export type RetentionSimulation = z.infer<typeof retentionSimulationSchema>;

export const destructionSchema = z.object({
  destructionId: z.uuid(),
  callId: z.uuid(),
  callStartedAt: z.iso.datetime(),
  recordingId: z.uuid(),
  reason: destructionReasonSchema,
  state: z.enum(['ordered', 'started', 'completed', 'cancelled']),
  orderedAt: z.iso.datetime(),
  /** From then on it may start. */
  dueAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  /** `DC-000001`. */
  certificate: z.string().nullable(),
  request: z.string().nullable(),
  /** Holds, by code, over another recording of an evidence package that it is in: until then it waits. */
  waitsFor: z.array(z.string()),
});
export type DestructionRow = z.infer<typeof destructionSchema>;

/** A recording whose time is over, or whose erasure was agreed to, and which a hold keeps. */
export const heldBackSchema = z.object({
  callId: z.uuid(),
  callStartedAt: z.iso.datetime(),
  recordingId: z.uuid(),
  reason: destructionReasonSchema,
  /** Since when it would be destroyed. */
  dueAt: z.iso.datetime(),
  /** By code. */
  holds: z.array(z.string()),
});
export type HeldBack = z.infer<typeof heldBackSchema>;

const count = z.number().int();
export const destructionListSchema = z.object({
  /** `dueSoon`: their time ends within thirty days, and no hold keeps them. */
  counts: z.object({ ordered: count, started: count, completed: count, heldBack: count, dueSoon: count }),
  heldBack: z.array(heldBackSchema),
  destructions: z.array(destructionSchema),
});
export type DestructionList = z.infer<typeof destructionListSchema>;

export const certificateRowSchema = z.object({
  number: z.string(),
  /** The whole recording, or what was cut out of it. */
  of: z.enum(['recording', 'cut']),
  /** null of a cut: card codes are always cut. */
  reason: destructionReasonSchema.nullable(),
  callId: z.uuid(),
  recordingId: z.uuid(),
  issuedAt: z.iso.datetime(),
});
export type CertificateRow = z.infer<typeof certificateRowSchema>;
/** The file that is kept: `npm run verify-certificate` checks it without this product. */
export const signedCertificateSchema = z.object({
  document: z.record(z.string(), z.unknown()),
  signature: z.string(),
  publicKey: z.string(),
});
export type SignedCertificate = z.infer<typeof signedCertificateSchema>;
export const certificateListSchema = z.object({ certificates: z.array(certificateRowSchema) });
export type CertificateList = z.infer<typeof certificateListSchema>;
