import { z } from 'zod';
import { custodySchema } from '../call-stage.js';
import { dataRequestKindSchema, dataRequestStateSchema, dataSubjectSchema } from '../data-requests.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { destructionReasonSchema, retentionScheduleSchema } from '../retention.js';

const reason = plainText().trim().min(3).max(500);
const signature = z.object({ by: bilingualSchema.nullable(), at: z.iso.datetime() });

export const scheduleVersionSchema = z.object({
  version: z.number().int(),
  schedule: retentionScheduleSchema,
  reason: z.string(),
  proposed: signature,
  decided: signature.nullable(),
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
    .object({ at: z.iso.datetime(), jumped: z.enum(['forward', 'backward']), seconds: z.number().int() })
    .nullable(),
  clients: z.array(z.object({ clientId: z.uuid(), name: bilingualSchema })),
});
export type RetentionView = z.infer<typeof retentionViewSchema>;

export const scheduleProposalSchema = z
  .object({ from: z.number().int().min(0), schedule: retentionScheduleSchema, reason })
  .strict();
export type ScheduleProposal = z.infer<typeof scheduleProposalSchema>;

export const scheduleDecisionSchema = z
  .object({ version: z.number().int(), decision: z.enum(['agreed', 'refused']) })
  .strict();

/** What a schedule would do to the recordings that there are. Holds are not taken into account; `held` says how many they keep. */
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
});
export type RetentionSimulation = z.infer<typeof retentionSimulationSchema>;

export const destructionSchema = z.object({
  destructionId: z.uuid(),
  callId: z.uuid(),
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
});
export type DestructionRow = z.infer<typeof destructionSchema>;
export const destructionListSchema = z.object({
  counts: z.object({ ordered: z.number().int(), started: z.number().int(), completed: z.number().int() }),
  destructions: z.array(destructionSchema),
});
export type DestructionList = z.infer<typeof destructionListSchema>;

export const dataRequestSchema = z.object({
  requestId: z.uuid(),
  code: z.string(),
  kind: dataRequestKindSchema,
  state: dataRequestStateSchema,
  reference: z.string(),
  note: z.string().nullable(),
  /** Emptied when it is done. */
  subject: z.record(z.string(), z.unknown()),
  registered: signature,
  proposed: signature
    .extend({ proposal: z.enum(['agree', 'refuse']), reason: z.string(), mine: z.boolean() })
    .nullable(),
  decided: signature.nullable(),
  recordings: z.number().int(),
  held: z.number().int(),
  destroyed: z.number().int(),
});
export type DataRequestRow = z.infer<typeof dataRequestSchema>;
export const dataRequestListSchema = z.object({ requests: z.array(dataRequestSchema) });
export type DataRequestList = z.infer<typeof dataRequestListSchema>;

export const dataRequestDetailSchema = dataRequestSchema.extend({
  found: z.array(
    z.object({
      recordingId: z.uuid(),
      callId: z.uuid(),
      startedAt: z.iso.datetime(),
      custody: custodySchema,
      outcome: z.enum(['ordered', 'held', 'refused', 'destroyed', 'handed_over']).nullable(),
      /** Holds that keep it, by code. */
      holds: z.array(z.string()),
      certificate: z.string().nullable(),
    }),
  ),
});
export type DataRequestDetail = z.infer<typeof dataRequestDetailSchema>;

export const newDataRequestSchema = z
  .object({
    kind: dataRequestKindSchema,
    subject: dataSubjectSchema,
    reference: plainText().trim().min(1).max(120),
    note: plainText().trim().max(500).nullable().default(null),
  })
  .strict();
export type NewDataRequest = z.infer<typeof newDataRequestSchema>;

export const dataRequestProposalSchema = z.object({ proposal: z.enum(['agree', 'refuse']), reason }).strict();
export const dataRequestDecisionSchema = z.object({ decision: z.enum(['confirmed', 'sent_back']) }).strict();
