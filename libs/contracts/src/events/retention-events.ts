import { z } from 'zod';
import { dataRequestKindSchema } from '../data-requests.js';
import { clockJumpSchema, destructionReasonSchema } from '../retention.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of holds, schedules, requests of the people concerned, and destruction. */
export const retentionEventSchemas = {
  /** Both copies of the old recording's key are gone, and its objects. */
  'certificate.issued': z.object({ certificateId: id, recordingId: id, cutId: id, objects: z.number().int(), sha256 }),
  /** `tooLate`: recordings whose destruction had started. */
  'legal_hold.placed': z.object({
    holdId: id,
    caseId: id,
    byRule: z.boolean(),
    calls: z.number().int(),
    tooLate: z.number().int(),
  }),
  /** `recordingId` is null where the hold covers the call with all its recordings. */
  'legal_hold.covered': z.object({ holdId: id, recordingId: id.nullable() }),
  'legal_hold.release_asked': z.object({ holdId: id }),
  'legal_hold.release_refused': z.object({ holdId: id }),
  'legal_hold.released': z.object({ holdId: id, askedBy: id }),
  'retention.schedule_proposed': z.object({ version: z.number().int(), sha256 }),
  'retention.schedule_published': z.object({ version: z.number().int(), sha256 }),
  'retention.schedule_refused': z.object({ version: z.number().int(), sha256 }),
  /** The database's clock jumped: nothing is destroyed until an administrator has confirmed it. */
  'retention.stopped': z.object({ jumped: clockJumpSchema, seconds: z.number().int() }),
  /** After a restore one person asks, and another confirms. */
  'retention.restart_asked': z.object({}),
  'retention.clock_confirmed': z.object({ jumped: clockJumpSchema, seconds: z.number().int() }),
  'destruction.ordered': z.object({
    recordingId: id,
    reason: destructionReasonSchema,
    scheduleVersion: z.number().int().nullable(),
    requestId: id.nullable(),
  }),
  'destruction.cancelled': z.object({ recordingId: id, why: z.enum(['held', 'schedule', 'refused']) }),
  /** The point of no return. */
  'destruction.started': z.object({
    destructionId: id,
    recordingId: id,
    reason: destructionReasonSchema,
    objects: z.number().int(),
  }),
  'recording.destroyed': z.object({
    destructionId: id,
    recordingId: id,
    certificateId: id,
    number: z.string().regex(/^DC-\d+$/),
    sha256,
  }),
  /** Without `kind`: before there was more than one reason. */
  'recording.restricted': z.object({ recordingId: id, requestId: id, kind: dataRequestKindSchema.optional() }),
  'data_request.registered': z.object({ requestId: id, kind: dataRequestKindSchema, recordings: z.number().int() }),
  'data_request.decision_proposed': z.object({ requestId: id, proposal: z.enum(['agree', 'refuse']) }),
  'data_request.sent_back': z.object({ requestId: id }),
  'data_request.decided': z.object({
    requestId: id,
    kind: dataRequestKindSchema,
    decision: z.enum(['agreed', 'refused']),
  }),
  'certificate.downloaded': z.object({ certificateId: id, number: z.string().regex(/^DC-\d+$/) }),
} as const;
