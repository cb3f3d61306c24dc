export { coveredByRule } from './hold-rule.rules.js';

export { HoldService, type HoldOrder, type Placed } from './hold.service.js';
export { LegalHold } from './legal-hold.entity.js';
