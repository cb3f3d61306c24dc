export { freePort } from './start-embedded-postgres.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.js';
export { stopOrphanedPostgres } from './postmaster-pid.js';
