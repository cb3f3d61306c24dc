import { defineRefusals } from '#platform/rules';
import { checklistRefusals } from './refusals/checklists.js';
import { runRefusals } from './refusals/runs.js';

/** The refusals of this library: codes, and what people read. */
export const qualityRefusals = defineRefusals({ ...checklistRefusals, ...runRefusals });
