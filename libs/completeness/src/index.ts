export * from './rules.js';
export { CompletenessFigures } from './completeness-figures.service.js';
export { CompletenessModule } from './completeness.module.js';
export { eraseGaps, eraseGapsOfCalls } from './erase-gaps.js';
export { GapDesk, type GapActor } from './gap-desk.service.js';
export { CompletenessSettingRow, GapRow, LegCompleteness } from './gap.entity.js';
export { GapSweep } from './gap-sweep.service.js';
export { SplitPlans, type SplitToDo } from './split-plans.service.js';
export { CompletenessSettingsDesk } from './settings.service.js';
