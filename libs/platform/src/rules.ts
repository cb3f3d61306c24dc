/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { BYTE_ORDER_MARK, csvLine, readCell } from './csv.rules.js';
export { DomainError, type ErrorDetails, type ErrorKind, type Fault } from './errors/domain-error.js';
export { defineRefusals, refusal, type Refusal } from './errors/refusals.js';
export { platformRefusals } from './refusals.js';
export { failureCodeOf } from './failure-code.rules.js';
export { commandsAsRun } from './process/commands-as-run.rules.js';
export { startFailure } from './process/start-failure.rules.js';
export { plainAddress } from './plain-address.rules.js';
export { scheduleHealth, type ScheduleState } from './schedules/schedule-health.rules.js';
export { KeyDestroyed, KeyDoubted, KeyMissing } from './key-store/key-store.js';
export { OPEN_LENGTH, WAVE_HEADER_BYTES, waveHeader } from './wave-header.rules.js';
export { SealedObjectDamaged } from './encryption/sealed-object-damaged.js';
