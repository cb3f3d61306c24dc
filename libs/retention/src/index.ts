export { RetentionClock, type ClockState } from './clock/retention-clock.service.js';
export { DestroyRecordingService } from './destruction/destroy-recording.service.js';
export { Destruction, type CondemnedObject, type LockedObject } from './destruction/destruction.entity.js';
export { DestructionOrders, type NotStarted } from './destruction/destruction-orders.service.js';
export { type DestructionDocument } from './destruction/destruction-proof.service.js';
export { RestoredRecordings } from './destruction/restored-recordings.service.js';
export { RetentionSweep } from './destruction/retention-sweep.service.js';
export { answerBy } from './requests/answer-by.rules.js';
export { DataRequest, DataRequestRecording } from './requests/data-request.entity.js';
export { DataRequests, type RequestOrder } from './requests/data-requests.service.js';

export { RetentionModule } from './retention.module.js';
export { keepOf, lastDay, type CallFacts } from './schedule/keep.rules.js';
export { RetentionScheduleRow, RetentionTerm } from './schedule/retention-schedule.entity.js';
export { ScheduleService } from './schedule/schedule.service.js';
export { SimulationService } from './schedule/simulation.service.js';
export { retentionRefusals } from './refusals.js';
