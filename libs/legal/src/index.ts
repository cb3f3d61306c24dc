export { LegalCase } from './cases/legal-case.entity.js';
export { LegalCases, noSuchCase } from './cases/legal-cases.service.js';
export { grantFor, isLive, type GrantAction, type GrantQuestion } from './grants/grant.rules.js';
export { GrantService, type GrantAnswer, type NewGrant } from './grants/grant.service.js';
export * from './holds/index.js';
export { LegalModule } from './legal.module.js';
export { Play } from './play.entity.js';
export { mergeHeard, type Interval } from './plays/heard.rules.js';
export { PlayService, type PlayProgress } from './plays/play.service.js';
export {
  LegalDecision,
  LegalRequest,
  LegalRequestEvent,
  LegalRequestRecording,
  RequestGrant,
} from './requests/legal-request.entity.js';
export { SoundGate } from './sound/sound-gate.service.js';
export { soundToServe, type CheckedSound, type SoundToServe } from './sound/sound-gate.rules.js';
export { StandingGrant } from './standing-grant.entity.js';
