import { z } from 'zod';
import { captureFiguresSchema } from '../capture-figures.js';
import { defineRoutes, get } from './route.js';

export const captureProcessSchema = z.object({
  /** Its machine and port. */
  process: z.string(),
  reportedAt: z.iso.datetime(),
  /** null: another release reported them. */
  figures: captureFiguresSchema.nullable(),
});

/** A stream of a recording that was taken as it was spoken. */
export const capturedStreamSchema = z.object({
  recordingId: z.uuid(),
  source: z.string(),
  beganAt: z.iso.datetime(),
  label: z.string(),
  role: z.enum(['agent', 'customer', 'unknown']),
  codecs: z.array(z.string()),
  packets: z.number(),
  lost: z.number(),
  longestGapMs: z.number(),
  jitterMs: z.number(),
  /** Packets whose codec is not known here: there the recording is silent. */
  undecoded: z.number(),
});

export const captureConnectionSchema = z.object({
  /** When this was told. */
  at: z.iso.datetime(),
  processes: z.array(captureProcessSchema),
  /** Of the last recordings, the newest first. */
  streams: z.array(capturedStreamSchema),
});
export type CaptureConnection = z.infer<typeof captureConnectionSchema>;
export type CapturedStreamView = z.infer<typeof capturedStreamSchema>;

export const captureRoutes = defineRoutes('capture', 'company', {
  connection: get('/api/v1/capture', {
    summary: 'How calls are taken as they happen: senders, refusals, streams, room',
    description: 'Of systems and packets, of no call’s words.',
    access: { permission: 'company.manage', reach: 'company', whileIdle: true },
    answer: captureConnectionSchema,
  }),
});
