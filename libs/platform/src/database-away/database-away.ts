/** PostgreSQL's own: it shuts down, crashed, starts; and the class of broken connections. */
const SAID_BY_POSTGRES = /^(57P0[123]|08...)$/;
/** The driver's words where there is no code. */
const SAID_BY_DRIVER = /^Connection terminated|not queryable|^timeout exceeded when trying to connect$/;
const SAID_BY_SOCKET = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

interface Known {
  code?: unknown;
  message?: unknown;
  port?: unknown;
  cause?: unknown;
  driverError?: unknown;
  errors?: unknown;
}

/**
 * Whether a request failed because the database is away or starts at the moment. A socket's error is the database's when it broke a query or
 * names the database's port: other servers are away too at times.
 */
export const isDatabaseAway = (error: unknown, databaseUrl: string): boolean =>
  isAwayWithin(error, portOf(databaseUrl), false, 5);

function isAwayWithin(error: unknown, port: number, ofQuery: boolean, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  const { code, message, port: askedPort, cause, driverError, errors } = error as Known;
  if (SAID_BY_POSTGRES.test(String(code)) || SAID_BY_DRIVER.test(String(message))) return true;
  if (SAID_BY_SOCKET.test(String(code)) && (ofQuery || askedPort === port)) return true;
  // A name with several addresses gives a reason for each one that did not answer.
  const within = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return (
    isAwayWithin(driverError, port, true, depth - 1) ||
    within.some((one) => isAwayWithin(one, port, ofQuery, depth - 1))
  );
}

function portOf(databaseUrl: string): number {
  return URL.canParse(databaseUrl) ? Number(new URL(databaseUrl).port || 5432) : 5432;
}
