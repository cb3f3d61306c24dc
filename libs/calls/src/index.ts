export { Call, Matter } from './call.entity.js';
export { CallsModule } from './calls.module.js';
export { CallStageService } from './call-stage.service.js';
export { maskCustomer } from './customer-mask.rules.js';
export { JOURNEY, mayMove } from './journey.js';
export { Leg } from './leg.entity.js';
export { StageCompletion } from './stage-completion.service.js';
export { answeredOnRing, ringSeconds } from './ringing.rules.js';
