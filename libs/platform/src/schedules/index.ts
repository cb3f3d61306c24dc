export { isUnhealthy, readSchedules } from './read-schedules.js';
export { scheduleHealth, type ScheduleState } from './schedule-health.rules.js';
export { ScheduleLedger } from './schedule-ledger.js';
export { ScheduleRunner } from './schedule-runner.js';
export { ScheduleRow } from './schedule.entity.js';
export { NOT_YET, type Scheduled } from './scheduled.js';
