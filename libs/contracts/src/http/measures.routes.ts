import { measuresOfCallSchema } from './measures.js';
import { defineRoutes, get } from './route.js';

export const measuresRoutes = defineRoutes('measures', 'calls', {
  of: get('/api/v1/calls/{callId}/measures', {
    summary: 'Talk share, speaking rate, silences, talk-over and interruptions, measured from the sound',
    access: { permission: 'scorecards.read' },
    answer: measuresOfCallSchema,
  }),
});
