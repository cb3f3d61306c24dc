import { createHash } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type WebhookOutcome } from '#contracts';
import { type CheckedTarget } from '../target/check-target.js';

/** What came of a try. Of the answer only this is kept. */
export interface Answer {
  outcome: WebhookOutcome;
  status: number | null;
  answerBytes: number | null;
  answerSha256: string | null;
}

/** The same with what was read of the answer: chats say there whether they took a message. It is read and not kept. */
export interface ReadAnswer extends Answer {
  text: string;
}

export interface SendOptions {
  signal: AbortSignal;
  /** Certificates that are trusted besides the system's. */
  ca?: string | undefined;
}

/** A receiver only confirms; a longer answer is not read. */
const MOST_ANSWER_BYTES = 8 * 1024;

/**
 * Posts once, to an address that was checked: the connection does not resolve the name again, while Host and SNI keep it. Redirects are not
 * followed (they would lead past the check), no proxy of the environment is used, and each try has a connection of its own.
 */
export function send(
  { target, addresses }: CheckedTarget,
  headers: Record<string, string>,
  body: string,
  { signal, ca }: SendOptions,
): Promise<ReadAnswer> {
  const { request } = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: target.host,
      port: target.port,
      path: target.path,
      method: 'POST',
      agent: false,
      lookup: givingOnly(addresses),
      signal,
      ...(ca !== undefined && { ca }),
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Shouwen-Webhooks/1',
      },
    });
    let answered = false;
    outgoing.on('response', (response) => {
      answered = true;
      void read(response).then(resolve, reject);
    });
    // An error after the status has come is the answer breaking off.
    outgoing.on('error', (error) => {
      if (!answered) resolve({ ...NOTHING, outcome: outcomeOfError(error) });
    });
    outgoing.end(body);
  });
}

const NOTHING = { status: null, answerBytes: null, answerSha256: null, text: '' } as const;

const givingOnly =
  (addresses: readonly string[]): LookupFunction =>
  (_name, options, answer) => {
    const known = addresses.map((address) => ({ address, family: isIP(address) }));
    if (options.all) answer(null, known);
    else answer(null, known[0]?.address ?? '', known[0]?.family);
  };

/** The status code decides; if the response body breaks off or never ends, the result does not change. */
async function read(response: http.IncomingMessage): Promise<ReadAnswer> {
  const status = response.statusCode ?? 0;
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      const part = chunk.subarray(0, MOST_ANSWER_BYTES - bytes);
      hash.update(part);
      parts.push(part);
      bytes += part.length;
      if (bytes >= MOST_ANSWER_BYTES) break;
    }
  } catch {
    // The response broke off; what was read so far is used.
  }
  response.destroy();
  const text = Buffer.concat(parts).toString('utf8');
  return { outcome: outcomeOfStatus(status), status, answerBytes: bytes, answerSha256: hash.digest('hex'), text };
}

function outcomeOfStatus(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return 'accepted';
  if (status >= 300 && status < 400) return 'redirected';
  return status === 410 ? 'gone' : 'refused_status';
}

const TLS_ERROR = /^(ERR_TLS|ERR_SSL|CERT_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_OSSL)/;

function outcomeOfError(error: Error & { code?: string }): WebhookOutcome {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timed_out';
  return TLS_ERROR.test(error.code ?? '') ? 'tls_failed' : 'connection_failed';
}
