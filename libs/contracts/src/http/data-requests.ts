import { z } from 'zod';
import { custodySchema } from '../call-stage.js';
import { askedKindSchema, dataRequestKindSchema, dataRequestStateSchema, dataSubjectSchema } from '../data-requests.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';

const reason = plainText().trim().min(3).max(500);
const signature = z.object({ by: bilingualSchema.nullable(), at: z.iso.datetime() });

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
  /** By then the person is to have an answer: GDPR 12(3), GB/T 35273 8.7. */
  answerBy: z.iso.datetime(),
  proposed: signature
    .extend({ proposal: z.enum(['agree', 'refuse']), reason: z.string(), mine: z.boolean() })
    .nullable(),
  decided: signature.extend({ byOnePerson: z.boolean() }).nullable(),
  recordings: z.number().int(),
  held: z.number().int(),
  destroyed: z.number().int(),
  /** Calls without sound, whose customer is forgotten with it. */
  soundless: z.number().int(),
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
    kind: askedKindSchema,
    subject: dataSubjectSchema,
    reference: plainText().trim().min(1).max(120),
    note: plainText().trim().max(500).nullable().default(null),
  })
  .strict();
export type NewDataRequest = z.infer<typeof newDataRequestSchema>;

export const dataRequestProposalSchema = z.object({ proposal: z.enum(['agree', 'refuse']), reason }).strict();
export const dataRequestDecisionSchema = z.object({ decision: z.enum(['confirmed', 'sent_back']) }).strict();
