import { modelScorerViewSchema } from './model-scorer.js';
import { defineRoutes, get } from './route.js';

/** The language model of the user's own that may be asked beside the rules. */
export const modelScorerRoutes = defineRoutes('modelScorer', 'checklists', {
  view: get('/api/v1/model-scorer', {
    summary: 'The language model beside the rules, and how far people agree with it',
    description:
      'By item, language and outcome: how many answers of people there are, the interval, and whether such answers count.',
    access: { permission: 'checklists.edit', reach: 'company' },
    answer: modelScorerViewSchema,
    refusals: ['checklist_not_found'],
  }),
});
