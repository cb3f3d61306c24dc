import { defineRefusals } from '#platform/rules';
import { checklistRefusals } from './refusals/checklists.js';
import { runRefusals } from './refusals/runs.js';

/** What quality refuses. */
export const qualityRefusals = defineRefusals({ ...checklistRefusals, ...runRefusals });
