export * from './rules.js';
export { CompletenessFigures } from './completeness-figures.service.js';
export { CompletenessModule } from './completeness.module.js';
export { GapDesk, eraseGaps, eraseGapsOfCalls, type GapActor } from './gap-desk.service.js';
export { CompletenessSettingRow, GapRow, LegCompleteness } from './gap.entity.js';
export { GapSweep } from './gap-sweep.service.js';
export { SplitPlans, type SplitToDo } from './split-plans.service.js';
export { CompletenessSettingsDesk } from './settings.service.js';
