import { modelScorerRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { ModelScorerQuery } from './model-scorer.query.js';

/** The language model of the user's own that may be asked beside the rules. */
export const modelScorerHandlers = implement(modelScorerRoutes, [ModelScorerQuery], (query) => ({
  view: () => query.view(),
}));
