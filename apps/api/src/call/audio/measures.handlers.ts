import { measuresRoutes } from '#contracts';
import { implement } from '../../routes/implement.js';
import { MeasuresQuery } from './measures.query.js';

export const measuresHandlers = implement(measuresRoutes, [MeasuresQuery], (measures) => ({
  of: ({ asker, callId }) => measures.of(asker, callId),
}));
