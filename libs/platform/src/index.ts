export { Clock } from './clock.js';
export { ENV, envSchema, parseEnv, type Env } from './env.js';
export { DomainError, type ErrorDetails, type ErrorKind, type Fault } from './errors/domain-error.js';
export { newId } from './ids.js';
export { createLogger, type Logger } from './logger.js';
export { Work } from './jobs/work.entity.js';
