import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

/** Fields that never reach a log, wherever they are in a logged object. */
const SECRET_PATHS = ['password', 'cookie', 'authorization', 'token', 'text', 'words', 'key'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** Structured logs, by default on stderr: stdout belongs to what a command prints. */
export function createLogger(name: string, level: string, to: DestinationStream = pino.destination(2)): Logger {
  const redact = { paths: SECRET_PATHS, censor: '[hidden]' };
  return pino({ name, level, redact, serializers: { err: (error: unknown) => errorForLog(error) } }, to);
}

/** What the log may say of an error besides its message: names and codes, never values. */
const TELLING = ['code', 'fault', 'table', 'column', 'constraint'] as const;
const DEEPEST_CAUSE = 5;

/**
 * An error as a log may hold it. Everything else is left out: a failed query carries its parameters, and PostgreSQL puts the row into
 * `detail` and `where`. PostgreSQL's data errors (SQLSTATE class 22) quote the value in the message itself, after a colon.
 */
function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : undefined;
  const about = error as Error & Record<string, unknown>;
  const type = error.name;
  const message = /^22...$/.test(String(about['code'])) ? (error.message.split(':')[0] ?? '') : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  const telling = TELLING.filter((name) => about[name] !== undefined).map((name) => [name, about[name]]);
  const cause = depth < DEEPEST_CAUSE ? errorForLog(error.cause, depth + 1) : undefined;
  return { type, message, ...Object.fromEntries(telling), stack: [`${type}: ${message}`, ...frames].join('\n'), cause };
}
