export { Call, Matter } from './call.entity.js';
export { Leg } from './leg.entity.js';
