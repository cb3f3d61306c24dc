export { isUnhealthy, readSchedules } from './read-schedules.js';
export { scheduleHealth, type ScheduleState } from './schedule-health.rules.js';
export { ScheduleLedger, NOT_YET, type Scheduled } from './schedule-ledger.js';
export { ScheduleRunner } from './schedule-runner.js';
export { ScheduleRow } from './schedule.entity.js';
