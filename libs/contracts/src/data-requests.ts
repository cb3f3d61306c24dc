import { z } from 'zod';
import { plainText } from './plain-text.js';
import { inWords } from './language.js';

/** What a person recorded asks for: their recordings (GDPR 15, PIPL 45), erasure (17, 47), or takes consent back (PIPL 15). */
export const askedKindSchema = z.enum(['access', 'erasure', 'withdrawal']);
export type AskedKind = z.infer<typeof askedKindSchema>;

/** `not_recordable`: no person asked; by what was corrected of the call, the rules of recording forbade it (GDPR 17(1)(d), PIPL 47(4)). */
export const dataRequestKindSchema = z.enum([...askedKindSchema.options, 'not_recordable']);
export type DataRequestKind = z.infer<typeof dataRequestKindSchema>;

/** `waiting`: one person has proposed what to do. `agreed`: being carried out. */
export const dataRequestStateSchema = z.enum(['open', 'waiting', 'agreed', 'refused', 'done']);
export type DataRequestState = z.infer<typeof dataRequestStateSchema>;

/** Whose recordings: the masked customer as calls show it, a matter, a member of staff, or calls by their ids. Several are added together. */
export const dataSubjectSchema = z
  .object({
    customer: plainText().trim().min(2).max(80).optional(),
    matterId: z.uuid().optional(),
    staffNumber: plainText().trim().min(1).max(40).optional(),
    callIds: z.array(z.uuid()).max(1_000).optional(),
  })
  .strict()
  .refine(
    (subject) => Object.values(subject).some((one) => (Array.isArray(one) ? one.length > 0 : one !== undefined)),
    inWords('请写明是谁的录音', 'say whose recordings'),
  );
export type DataSubject = z.infer<typeof dataSubjectSchema>;

/** Where an agreed erasure empties what is known of a person on a call; the certificate counts the values by these names. */
export const EMPTIED_PLACES = [
  ...(['call.customer', 'call.matter', 'call.server_said', 'matter', 'give_up.note'] as const),
  ...(['correction.reason', 'correction.before', 'correction.after', 'correction.proposal'] as const),
  ...(['saved_view.search', 'report.search'] as const),
  ...(['telephony_record', 'call_fact', 'call.customer_key', 'call_name', 'leg.number'] as const),
] as const;
export const emptiedSchema = z.partialRecord(z.enum(EMPTIED_PLACES), z.number().int());
export type Emptied = z.infer<typeof emptiedSchema>;
