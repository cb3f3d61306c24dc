export { GrantEndings } from './grant-endings.service.js';
export { GrantProposal } from './grant-proposal.entity.js';
export { grantBeyond, grantFor, isLive, standingState, type CoveringGrant, type GrantQuestion } from './grant.rules.js';
export { GrantService, type GrantAnswer } from './grant.service.js';
export { noteGrantUse, type GrantUsed } from './grant-use.js';
export { StandingGrants, type GrantDecider } from './standing-grants.service.js';
export { StandingGrantUse } from './standing-grant-use.entity.js';
