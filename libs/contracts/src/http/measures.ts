import { z } from 'zod';
import { callMeasuresSchema } from '../measures.js';
import { defineRoutes, get } from './route.js';

/** The measures of the recordings of a call, as far as its legs may be seen. */
export const measuresOfCallSchema = z.object({
  recordings: z.array(
    z.object({
      recordingId: z.uuid(),
      legId: z.uuid(),
      /** null until it is sealed, and for recordings that were sealed before there were measures. */
      measures: callMeasuresSchema.nullable(),
    }),
  ),
});
export type MeasuresOfCall = z.infer<typeof measuresOfCallSchema>;

export const measuresRoutes = defineRoutes('measures', 'calls', {
  of: get('/api/v1/calls/{callId}/measures', {
    summary: 'Talk share, speaking rate, silences, talk-over and interruptions, measured from the sound',
    access: { permission: 'scorecards.read' },
    answer: measuresOfCallSchema,
  }),
});
