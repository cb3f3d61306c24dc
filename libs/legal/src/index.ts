export { Play } from './play.entity.js';
export { StandingGrant } from './standing-grant.entity.js';
