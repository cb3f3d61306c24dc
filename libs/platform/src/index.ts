export { Clock } from './clock.js';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/index.js';
export { ENV, envSchema, parseEnv, type Env } from './env.js';
export { DomainError, type ErrorDetails, type ErrorKind, type Fault } from './errors/domain-error.js';
export { newId } from './ids.js';
export * from './jobs/index.js';
export { createLogger, type Logger } from './logger.js';
export * from './sandbox/index.js';
