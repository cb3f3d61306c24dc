import { setTimeout as pause } from 'node:timers/promises';
import { ABORTED, type EngineFailure } from '../engine-failure.js';
import { refusalWords } from './refusal-words.rules.js';

export interface ServerQuestion {
  url: string;
  key: string | undefined;
  /** Parts of the form, in order. */
  fields: readonly (readonly [string, string])[];
  wav: Buffer<ArrayBuffer>;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** `status` only where the server answered with an error. */
export type ServerAnswer = { json: unknown } | { failure: EngineFailure; status?: number };

/** Half a minute of talk, with everything that any server adds, is below 200 KB. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** What a server says when it refuses is read no further than this. */
const MAX_REFUSAL_BYTES = 64 * 1024;
const TRIES = 3;
const LONGEST_WAIT_MS = 15_000;

/** Waits; ends early when the caller gives up. */
export type Wait = (ms: number, signal: AbortSignal | undefined) => Promise<void>;
const wait: Wait = (ms, signal) => pause(ms, undefined, { ...(signal && { signal }) }).catch(() => undefined);

/**
 * Asks, and asks again where the server says that it is busy (429) or broken (5xx), or is not there: up to three times, after as long as it
 * says, at most 15 s. What is our mistake (other 4xx) is not asked twice. Follows no redirect: it would lead sound to a host that is not
 * allowed.
 */
export async function askServer(question: ServerQuestion, waiting: Wait = wait): Promise<ServerAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const { answer, waitMs } = await askOnce(question, attempt);
    const again = 'failure' in answer && answer.failure.code === 'engine_unreachable';
    if (!again || attempt >= TRIES) return answer;
    await waiting(waitMs, question.signal);
    if (question.signal?.aborted) return { failure: ABORTED };
  }
}

async function askOnce(question: ServerQuestion, attempt: number): Promise<{ answer: ServerAnswer; waitMs: number }> {
  const waitMs = 1_000 * 2 ** (attempt - 1);
  const deadline = AbortSignal.timeout(question.timeoutMs);
  const signal = question.signal ? AbortSignal.any([question.signal, deadline]) : deadline;
  try {
    const response = await fetch(question.url, {
      method: 'POST',
      body: formOf(question),
      redirect: 'manual',
      headers: question.key === undefined ? {} : { authorization: `Bearer ${question.key}` },
      signal,
    });
    if (response.ok) return { answer: await readAnswer(response), waitMs };
    const said = refusalWords((await firstBytes(response, MAX_REFUSAL_BYTES)).bytes.toString('utf8'), question.key);
    return { answer: refusalOf(response.status, said), waitMs: waitOf(response.headers.get('retry-after'), waitMs) };
  } catch {
    // What fetch says may hold the address with its query; why is told by whose clock ran out.
    if (question.signal?.aborted) return { answer: { failure: ABORTED }, waitMs };
    return { answer: { failure: deadline.aborted ? tooLate() : unreachable('no connection') }, waitMs };
  }
}

function formOf({ fields, wav }: ServerQuestion): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append('file', new Blob([wav], { type: 'audio/wav' }), 'audio.wav');
  return form;
}

async function readAnswer(response: Response): Promise<ServerAnswer> {
  const { bytes, isAll } = await firstBytes(response, MAX_ANSWER_BYTES);
  if (!isAll) return rubbish('an answer without end');
  try {
    return { json: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch {
    return rubbish('an answer that is not JSON');
  }
}

async function firstBytes(response: Response, most: number): Promise<{ bytes: Buffer; isAll: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    length += piece.length;
    // To leave the loop closes the connection.
    if (length > most) return { bytes: Buffer.concat(pieces).subarray(0, most), isAll: false };
  }
  return { bytes: Buffer.concat(pieces), isAll: true };
}

function refusalOf(status: number, said: string): ServerAnswer {
  const told = { detail: `status ${status}`, ...(said !== '' && { said }) };
  if (status === 429 || status === 408 || status >= 500)
    return { failure: { fault: 'vendor', code: 'engine_unreachable', ...told }, status };
  return { failure: { fault: 'ours', code: 'engine_refused', ...told }, status };
}

/** Seconds, or a date (RFC 9110 §10.2.3); a date is not worth a clock here. */
function waitOf(retryAfter: string | null, standard: number): number {
  const said = Number(retryAfter);
  return retryAfter !== null && Number.isFinite(said) && said >= 0 ? Math.min(said * 1000, LONGEST_WAIT_MS) : standard;
}

const unreachable = (detail: string): EngineFailure => ({ fault: 'vendor', code: 'engine_unreachable', detail });
const tooLate = (): EngineFailure => ({ fault: 'vendor', code: 'engine_timeout', detail: 'no answer in time' });
const rubbish = (detail: string): ServerAnswer => ({ failure: { fault: 'vendor', code: 'engine_rubbish', detail } });
