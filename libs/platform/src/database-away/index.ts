export { isDatabaseAway } from './database-away.js';
