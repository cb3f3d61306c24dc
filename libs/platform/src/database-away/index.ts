export { databaseAway, isDatabaseAway } from './database-away.js';
