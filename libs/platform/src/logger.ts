import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

/** Fields that never reach a log, wherever they stand in a logged object. */
const SECRET_PATHS = ['password', 'cookie', 'authorization', 'token', 'text', 'words', 'key'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** Structured logs on stderr: stdout belongs to what a command prints. */
export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, redact: { paths: SECRET_PATHS, censor: '[hidden]' } }, pino.destination(2));
}
