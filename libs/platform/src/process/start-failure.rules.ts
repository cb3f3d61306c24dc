/** What is known of an error, from any library. */
interface Known {
  name?: unknown;
  message?: unknown;
  stack?: unknown;
  code?: unknown;
  path?: unknown;
  port?: unknown;
  address?: unknown;
  log?: unknown;
}

/** Errors whose message already says what to do. */
const SAID = ['DatabaseUnusable', 'QueueUnusable', 'BackupUnusable', 'CannotStart', 'DomainError'];
const SILENT = ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET'];

const BY_CODE: Readonly<Record<string, (error: Known) => string>> = {
  '28P01': () => PASSWORD,
  '28000': () => PASSWORD,
  '3D000': () => 'The database does not exist yet: make it with npm run migrate, then start again.',
  '42501': ({ message }) =>
    `The database refuses (${String(message)}): run npm run migrate as its owner, then start again.`,
  '57P03': () => 'The database is still starting or recovering: wait a moment, then start again.',
  '53300': () =>
    'The database has no connection left: raise its max_connections or end other programmes, then start again.',
  '53100': () => FULL,
  ENOSPC: () => FULL,
  EADDRINUSE: ({ port }) =>
    `Port ${String(port ?? '')} is in use by another programme: end that, or choose another with SHOUWEN_PORT.`,
  EACCES: ({ path }) => closed(path),
  EPERM: ({ path }) => closed(path),
  EROFS: ({ path }) =>
    `${String(path ?? 'The data folder')} is on a disk that cannot be written: mount it for writing, then start again.`,
};

const PASSWORD =
  'The database refuses the user or password of SHOUWEN_DATABASE_URL: correct it, or run npm run migrate, which gives the runtime role that password.';
const FULL = 'The disk is full: free some space, then start again; nothing that was accepted is lost.';
const closed = (path: unknown): string =>
  `${typeof path === 'string' ? path : 'A file of the installation'} is closed to this user: give it to the user who runs Shouwen (chown), or start as its owner.`;

/** Why something did not start, as a sentence that says what to do. An unforeseen error comes with its stack, for the person who has to find out. */
export function startFailure(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const known = error as Known;
  const message = String(known.message ?? '');
  if (SAID.includes(String(known.name))) return message;
  if (known.name === 'PostgresStartError') return postgresFailure(message, String(known.log ?? ''));
  const code = String(known.code ?? '');
  if (SILENT.includes(code)) return silence(known);
  const said = BY_CODE[code]?.(known);
  if (said !== undefined) return said;
  // Ours are thrown with words for a person and without a code.
  return known.name === 'Error' && code === '' ? message : String(known.stack ?? message);
}

function silence({ address, port }: Known): string {
  const where = port === undefined ? '' : ` at ${String(address ?? '127.0.0.1')}:${String(port)}`;
  return `A server that the product needs${where} does not answer: see that it runs and that its address is right, then start again.`;
}

/** PostgreSQL says in its last grave line why it stopped. */
function postgresFailure(message: string, log: string): string {
  if (/No space left on device/.test(log)) return FULL;
  const grave = log.split('\n').filter((line) => /(FATAL|PANIC):/.test(line));
  const reason = grave.at(-1)?.replace(/^.*(?:FATAL|PANIC):\s*/, '');
  const what = message.split('\n')[0]?.replace(/:$/, '') ?? '';
  return `${what}${reason ? `: ${reason}` : ''}; fix that and start again, or restore a backup (docs/operations/backup.md).`;
}
