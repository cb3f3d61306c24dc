import { z } from 'zod';
import { correctableSchema, movedSchema } from '../corrections.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { legalActionSchema, legalPurposeSchema, requestGrantStateSchema } from '../legal.js';
import { roleSchema } from '../roles.js';
import { grantScopeSchema } from '../standing-grants.js';

const namedPerson = z.object({ personId: z.uuid(), name: bilingualSchema });
/** Why something may be opened: what a request gave, or an ordinary right. */
export const accessPurposeSchema = z.enum([...legalPurposeSchema.options, 'coaching', 'own_call']);
export const accessRightSchema = z.enum(['standing', 'request', 'break_glass']);
/** `listened_in`, `read_along`: heard, or its words read, while the call went on; `exported`: put into a package of evidence; `taken`: such a package was downloaded. */
export const accessKindSchema = z.enum([
  'heard',
  'listened_in',
  'read_along',
  'read',
  'excerpted',
  'exported',
  'taken',
]);

export const accessFiltersSchema = z.object({
  /** First and last day, in the site's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  person: z.uuid().optional(),
  call: z.uuid().optional(),
  purpose: accessPurposeSchema.optional(),
  kind: accessKindSchema.optional(),
});
export type AccessFilters = z.infer<typeof accessFiltersSchema>;
export const accessQuerySchema = accessFiltersSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const accessExportQuerySchema = accessFiltersSchema.extend({ exportLanguage: languageSchema.optional() });

/** Who heard, read or took something, by which right and why. */
export const accessRowSchema = z.object({
  accessId: z.uuid(),
  at: z.iso.datetime(),
  kind: accessKindSchema,
  by: namedPerson.nullable(),
  /** null of a package of several calls. */
  callId: z.uuid().nullable(),
  purpose: accessPurposeSchema.nullable(),
  right: accessRightSchema,
  grantCode: z.string().nullable(),
  requestCode: z.string().nullable(),
  rendition: z.enum(['masked', 'original']).nullable(),
  heardMs: z.number().int().nullable(),
  /** How much sound was sent for that, heard or not; null of what is no play. */
  sentMs: z.number().int().nullable(),
});
export type AccessRow = z.infer<typeof accessRowSchema>;
export const accessPageSchema = z.object({ accesses: z.array(accessRowSchema), nextCursor: z.string().nullable() });
export type AccessPage = z.infer<typeof accessPageSchema>;

/** A right that is open now, or was taken back in the last days. */
export const openGrantSchema = z.object({
  grantId: z.uuid(),
  code: z.string(),
  right: accessRightSchema,
  /** Of a request: the person; of an ordinary right: everyone with the role. */
  person: namedPerson.nullable(),
  role: roleSchema.nullable(),
  scope: grantScopeSchema.nullable(),
  requestId: z.uuid().nullable(),
  requestCode: z.string().nullable(),
  purpose: accessPurposeSchema,
  actions: z.array(z.enum([...legalActionSchema.options, 'read', 'listen_live'])),
  rendition: z.enum(['masked', 'original']),
  recordings: z.number().int().nullable(),
  plays: z.object({ used: z.number().int(), allowed: z.number().int() }).nullable(),
  validFrom: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: requestGrantStateSchema,
});
export type OpenGrant = z.infer<typeof openGrantSchema>;
export const openGrantListSchema = z.object({ grants: z.array(openGrantSchema) });
export type OpenGrantList = z.infer<typeof openGrantListSchema>;

/** What makes use of recordings worth a look. Each is a rule with its figures; none says anything about a person. */
export const unusualRuleSchema = z.enum([
  'outside_hours',
  'far_more',
  'same_recording',
  'before_end',
  'break_glass',
  'own_team',
]);
export type UnusualRule = z.infer<typeof unusualRuleSchema>;

export const unusualFindingSchema = z.object({
  rule: unusualRuleSchema,
  person: namedPerson,
  /** Plays that the rule is about, and of how many of this person in the period. */
  plays: z.number().int(),
  of: z.number().int(),
  /** What the rule compared with; which figures there are depends on the rule. */
  figures: z.record(z.string(), z.number()),
  /** Its latest plays. */
  examples: z.array(z.object({ at: z.iso.datetime(), callId: z.uuid() })),
});
export type UnusualFinding = z.infer<typeof unusualFindingSchema>;

/** A correction from before corrections were weighed, that would be refused, or would wait for a second person, now. */
export const pastCorrectionSchema = z.object({
  correctionId: z.uuid(),
  at: z.iso.datetime(),
  callId: z.uuid(),
  startedAt: z.iso.datetime(),
  by: namedPerson,
  from: z.enum(['person', 'upload']),
  /** null once it was erased. */
  reason: z.string().nullable(),
  fields: z.array(correctableSchema),
  /** `to_oneself`: the call became its maker's; `in_dispute`: its maker was part of a dispute that was open; `alone`: it moved what `moved` says. */
  why: z.array(z.enum(['to_oneself', 'in_dispute', 'alone'])),
  moved: z.array(movedSchema),
});
export type PastCorrection = z.infer<typeof pastCorrectionSchema>;
export const pastCorrectionListSchema = z.object({ corrections: z.array(pastCorrectionSchema) });
export type PastCorrectionList = z.infer<typeof pastCorrectionListSchema>;

/** Most days that are compared at once. */
export const UNUSUAL_LONGEST_DAYS = 92;
export const unusualQuerySchema = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export const unusualExportQuerySchema = unusualQuerySchema.extend({ exportLanguage: languageSchema.optional() });
export const auditExportQuerySchema = z.object({ exportLanguage: languageSchema.optional() });

export const unusualViewSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** What was looked at: plays and people in the period, and plays of the eight weeks before. */
  plays: z.number().int(),
  people: z.number().int(),
  earlierPlays: z.number().int(),
  /** People with too few earlier plays for the rules that compare with themselves. */
  notCompared: z.number().int(),
  findings: z.array(unusualFindingSchema),
});
export type UnusualView = z.infer<typeof unusualViewSchema>;
