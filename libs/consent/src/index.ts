export { ConsentDecision } from './consent-decision.entity.js';
