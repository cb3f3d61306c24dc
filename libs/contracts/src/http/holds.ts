import { z } from 'zod';
import { holdRuleSchema } from '../holds.js';
import { bilingualSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';

const reason = plainText().trim().min(3).max(500);

const scope = z
  .object({
    /** Calls with all their recordings, also later ones. */
    callIds: z.array(z.uuid()).max(1_000).default([]),
    /** Single recordings. */
    recordingIds: z.array(z.uuid()).max(1_000).default([]),
    /** Instead: every call that fits, now and in future. */
    rule: holdRuleSchema.optional(),
  })
  .strict();
const namesSomething = ({ callIds, recordingIds, rule }: z.infer<typeof scope>): boolean =>
  callIds.length + recordingIds.length > 0 !== (rule !== undefined);

/** What a hold would cover: asked before it is placed. */
export const holdScopeSchema = scope.refine(
  namesSomething,
  inWords('请列出通话或录音，或给出规则，只选其一', 'list calls or recordings, or give a rule, and not both'),
);
export type HoldScope = z.infer<typeof holdScopeSchema>;

export const newHoldSchema = scope
  .extend({ caseId: z.uuid(), reason })
  .refine(
    namesSomething,
    inWords('请列出通话或录音，或给出规则，只选其一', 'list calls or recordings, or give a rule, and not both'),
  );
export type NewHold = z.infer<typeof newHoldSchema>;

export const holdPreviewSchema = z.object({
  calls: z.number().int(),
  recordings: z.number().int(),
  /** Of these, recordings whose destruction has started: no hold saves them. */
  tooLate: z.number().int(),
});
export type HoldPreview = z.infer<typeof holdPreviewSchema>;

/** `callId`: only those that cover this call now. */
export const holdQuerySchema = z.object({ callId: z.uuid().optional() }).strict();

const signature = z.object({ by: bilingualSchema, at: z.iso.datetime() });

export const holdSchema = z.object({
  holdId: z.uuid(),
  /** What people say: `LH-0001`. */
  code: z.string(),
  case: z.object({ caseId: z.uuid(), reference: z.string(), title: z.string() }),
  reason: z.string(),
  rule: holdRuleSchema.nullable(),
  state: z.enum(['active', 'release_asked', 'released']),
  placed: signature,
  /** Its release was asked for; it stays in force until another person agrees. */
  releaseAsked: signature.extend({ reason: z.string(), mine: z.boolean() }).nullable(),
  released: signature.nullable(),
  /** Calls that it covers, or covered. */
  calls: z.number().int(),
});
export type Hold = z.infer<typeof holdSchema>;

export const holdListSchema = z.object({ holds: z.array(holdSchema) });
export type HoldList = z.infer<typeof holdListSchema>;

export const holdDetailSchema = holdSchema.extend({
  /** How far the object store itself keeps what is held (S3 Object Lock); null where the store cannot. */
  objectLock: z.object({ objects: z.number().int(), locked: z.number().int() }).nullable(),
  /** The newest of its calls that the asker may see. */
  covered: z.array(
    z.object({
      callId: z.uuid(),
      startedAt: z.iso.datetime(),
      customer: z.string().nullable(),
      /** null: every recording of the call. */
      recordingId: z.uuid().nullable(),
    }),
  ),
});
export type HoldDetail = z.infer<typeof holdDetailSchema>;

export const placedHoldSchema = z.object({
  holdId: z.uuid(),
  code: z.string(),
  calls: z.number().int(),
  /** Recordings whose destruction had started: no hold saves them. */
  tooLate: z.array(z.uuid()),
});
export type PlacedHold = z.infer<typeof placedHoldSchema>;

export const releaseRequestSchema = z.object({ reason }).strict();
export const releaseDecisionSchema = z.object({ decision: z.enum(['agreed', 'refused']) }).strict();
