import { setTimeout as pause } from 'node:timers/promises';
import { type z } from 'zod';
import { type ChatRequest } from './prompt.rules.js';
import { readReply, type Replied } from './read-reply.rules.js';

/** Where and how a model is asked. */
export interface ModelServer {
  /** Below it is `/chat/completions`. */
  url: string;
  key: string | undefined;
  timeoutMs: number;
}

/** Waits; ends early when the caller gives up. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;
const wait: Wait = (ms, signal) => pause(ms, undefined, { signal });

const MAX_REPLY_BYTES = 256 * 1024;
const TRIES = 2;
const LONGEST_WAIT_MS = 10_000;
/** Servers that know no schema for an answer say so with one of these. */
const BAD_FORM = [400, 415, 422];

interface Once<T> {
  asked: Replied<T>;
  status?: number;
  waitMs?: number;
}

/**
 * Asks once; a second time where the server is busy or broken, after as long as it says, at most 10 s, or without the schema where it knows
 * none. Follows no redirect: it would lead words to a host that is not allowed.
 *
 * @throws the reason of `signal`
 */
export async function askModel<T>(
  server: ModelServer,
  request: ChatRequest,
  signal: AbortSignal,
  answer: z.ZodType<T>,
  waiting: Wait = wait,
): Promise<Replied<T>> {
  let body = request;
  for (let attempt = 1; ; attempt += 1) {
    const { asked, status = 0, waitMs = 1_000 } = await askOnce(server, body, signal, answer);
    signal.throwIfAborted();
    if ('reply' in asked || attempt >= TRIES) return asked;
    if (BAD_FORM.includes(status)) {
      const { response_format: _, ...plain } = body;
      body = plain;
    } else if (asked.why === 'busy' || asked.why === 'unreachable') await waiting(waitMs, signal);
    else return asked;
  }
}

async function askOnce<T>(
  { url, key, timeoutMs }: ModelServer,
  body: ChatRequest,
  stop: AbortSignal,
  answer: z.ZodType<T>,
): Promise<Once<T>> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify(body),
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      signal: AbortSignal.any([stop, deadline]),
    });
    if (response.ok) return { asked: await readBounded(response, answer) };
    await response.body?.cancel();
    return refusal(response);
  } catch {
    // What fetch says may hold the address; why is told by whose clock ran out.
    return { asked: { why: deadline.aborted ? 'timeout' : 'unreachable' } };
  }
}

async function readBounded<T>(response: Response, answer: z.ZodType<T>): Promise<Replied<T>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > MAX_REPLY_BYTES) return { why: 'over_long' };
    pieces.push(piece);
  }
  try {
    return readReply(JSON.parse(Buffer.concat(pieces).toString('utf8')), answer);
  } catch {
    return { why: 'garbage' };
  }
}

function refusal({ status, headers }: Response): Once<never> {
  if (status !== 429 && status !== 408 && status < 500) return { asked: { why: 'request_refused' }, status };
  const seconds = Number(headers.get('retry-after') ?? '1');
  const waitMs = Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : 1_000;
  return { asked: { why: status === 429 ? 'busy' : 'unreachable' }, status, waitMs };
}
