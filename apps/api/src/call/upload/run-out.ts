import { type IncomingMessage } from 'node:http';
import { finished, type Readable } from 'node:stream';

/** An answer waits this long at most for the rest of its request. */
const LINGER_MS = 5_000;

/**
 * Reads what is left of a request and drops it, so that its sender gets to the answer: a connection that is shut while
 * bytes still come is reset, and with it goes the answer (RFC 9112 section 9.6). Ends after `lingerMs` all the same.
 */
export async function runOut(request: Readable & Pick<IncomingMessage, 'complete'>, lingerMs = LINGER_MS) {
  request.unpipe();
  request.resume();
  if (request.complete || request.destroyed) return;
  await new Promise<void>((done) => {
    const bound = setTimeout(done, lingerMs);
    finished(request, { writable: false }, () => {
      clearTimeout(bound);
      done();
    });
  });
}
