export * from './rules.js';
export { actFor, actingNow, runRequest, type ActingFor } from './acting.js';
export { forbidCoreDumps } from './core-dumps.js';
export { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/index.js';
export { type EngineOrder, type EngineSettings } from './settings/engine-settings.js';
export { ENV, envSchema, parseEnv, parseMigrationEnv, type AccessKey, type Env } from './env.js';
export { armFaultPoint, FAULT_POINTS, faultPoint, type FaultPoint } from './fault-point.js';
export { newId, Clock } from './ids.js';
export { KEEP_ALIVE } from './jobs/postgres-queues.js';
export * from './jobs/index.js';
export * from './database-away/index.js';
export * from './disks/index.js';
export * from './encryption/index.js';
export * from './key-store/index.js';
export { nameBeside, nameOnce, writeSynced } from './key-store/durable-file.js';
export { probeKeyDirectories } from './key-store/key-directories.probe.js';
export { createLogger, LOGGER, type Logger } from './logger.js';
export { OngoingTrouble } from './ongoing-trouble.js';
export { isNetwork, reachesAddress } from './networks.js';
export * from './object-store/index.js';
export { readServerSize, type ServerSize } from './settings/database-settings.js';
export { type MailSettings } from './settings/mail-settings.js';
export { type ProviderSettings } from './settings/provider-settings.js';
export { type Place } from './settings/place-settings.js';
export { type Budget } from './settings/door-settings.js';
export { isUniqueViolation } from './unique-violation.js';
export { openKeyProvider, openObjectStore, openPlace, ServiceProbes, type ObjectPlaces } from './open-services.js';
export {
  BACKUP_PLACE,
  KEY_PROVIDER,
  KEY_STORE,
  OBJECT_PLACES,
  OBJECT_STORE,
  PlatformModule,
  UPKEEP_SOURCE,
} from './platform.module.js';
export * from './probes/index.js';
export { END_WITHIN_MS, endInTime, CannotStart, type Ending } from './process/end-in-time.js';
export { prepared, PreparingClient } from './prepared.js';
export * from './presence/index.js';
export { productVersion, packageRoot } from './product-version.js';
export * from './sandbox/index.js';
export * from './looks/index.js';
export * from './schedules/index.js';
export * from './threads/index.js';
export * from './upkeep/index.js';
