export * from './rules.js';
export { RecertificationAnswering } from './recertification-answering.service.js';
export {
  RecertificationItemRow,
  RecertificationRoundRow,
  RecertificationSettingRow,
} from './recertification.entity.js';
export { RecertificationModule } from './recertification.module.js';
export { RecertificationRounds } from './recertification-rounds.service.js';
export { RecertificationSettingsDesk } from './recertification-settings.service.js';
