import { z } from 'zod';
import { callStageSchema } from '../call-stage.js';
import { defineRoutes, get } from './route.js';

/** Most calls asked about at once. */
export const MOST_SENT_CALLS = 100;

export const sentCallsQuerySchema = z.object({
  /** Ids of calls, divided by commas. */
  ids: z
    .string()
    .max(MOST_SENT_CALLS * 37)
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(MOST_SENT_CALLS)),
});

/** How far a call has come that the asking account sent in: identifiers and stages, nothing of its content. */
export const sentCallSchema = z.object({
  callId: z.uuid(),
  stage: callStageSchema,
  stageReason: z.string().nullable(),
  stageAt: z.iso.datetime(),
  /** 0–1 while the words are being recognised, else null. */
  progress: z.number().min(0).max(1).nullable(),
});
export type SentCall = z.infer<typeof sentCallSchema>;

/** Calls that this account did not send are left out. */
export const sentCallListSchema = z.object({ calls: z.array(sentCallSchema) });
export type SentCallList = z.infer<typeof sentCallListSchema>;

export const sentCallsRoutes = defineRoutes('sentCalls', 'calls', {
  stages: get('/api/v1/sent-calls', {
    summary: 'How far calls have come that this account sent in',
    description: 'Stages and reasons, for up to 100 ids.',
    access: { permission: 'calls.ingest' },
    query: sentCallsQuerySchema,
    answer: sentCallListSchema,
  }),
});
