import { setTimeout as pause } from 'node:timers/promises';
import { problemSchema, type Problem } from '#contracts';
import { formOf, type Field } from './form.js';

/** What is asked of the API. All that these tools send may come twice: the API knows it again by what it names. */
export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  form?: readonly Field[];
}

interface Options {
  /** `https://shouwen.example.com`, without `/api`. */
  baseUrl: string;
  token: string;
  /** How often a request is sent again when the server asks for patience or cannot be reached. */
  retries: number;
  /** Called before each wait, for a log. */
  onWait?: (waiting: { waitMs: number; status: number }) => void;
  /** In place of the `fetch` of the platform, for a test. */
  fetch?: typeof fetch;
}

/** The API refused. */
export class Refused extends Error {
  constructor(
    path: string,
    readonly problem: Problem,
  ) {
    super(`${path}: ${problem.status} ${problem.code}. ${problem.detail.en} (${problem.ref})`);
  }
}

/** No answer came, or one that is not the API's: a proxy in front of a stopped server, a connection that broke. */
export class Unreachable extends Error {
  constructor(path: string, status: number, cause?: unknown) {
    super(`${path}: ${status === 0 ? 'no answer' : `an answer that is not the API’s, with status ${status}`}`, {
      cause,
    });
  }
}

/** Sends requests to one API, in the name of one token. */
export class Transport {
  private readonly base: string;

  constructor(private readonly options: Options) {
    this.base = options.baseUrl.replace(/\/+$/, '');
  }

  /** @throws Refused | Unreachable */
  async send(asked: Asked): Promise<unknown> {
    const { retries, onWait } = this.options;
    for (let tries = 1; ; tries++) {
      const answer = await this.once(asked).catch((error: unknown) => error as Error);
      const status = answer instanceof Response ? answer.status : 0;
      if (answer instanceof Response && answer.ok)
        return answer.json().catch((cause: unknown) => {
          throw new Unreachable(asked.path, status, cause);
        });
      const retryAfter = answer instanceof Response ? answer.headers.get('retry-after') : null;
      const waitMs = waitBeforeAgain({ status, retryAfter }, { tries, retries, now: Date.now() });
      const text = answer instanceof Response ? await answer.text().catch(() => '') : '';
      if (waitMs === null) throw failureOf(asked.path, status, text, answer);
      onWait?.({ waitMs, status });
      await pause(waitMs);
    }
  }

  private once({ method, path, form }: Asked): Promise<Response> {
    const { token, fetch: ask = fetch } = this.options;
    const headers = { authorization: `Bearer ${token}` };
    const body = form && { body: formOf(form) };
    return ask(this.base + path, { method, headers, redirect: 'error', ...body });
  }
}

function failureOf(path: string, status: number, text: string, cause: unknown): Error {
  try {
    return new Refused(path, problemSchema.parse(JSON.parse(text)));
  } catch {
    return new Unreachable(path, status, cause);
  }
}

/** Pauses between tries where the server names none, ms. The last one is used for every further try. */
const PAUSES_MS = [500, 2_000, 5_000, 15_000, 30_000] as const;
/** A server that asks for more is not waited for: the person decides. */
const LONGEST_WAIT_MS = 300_000;

/** How long to wait before the same request is sent again after this status, 0 where no answer came; null: do not. @param tries how often it was sent */
export function waitBeforeAgain(
  { status, retryAfter }: { status: number; retryAfter: string | null },
  { tries, retries, now }: { tries: number; retries: number; now: number },
): number | null {
  if (tries > retries || ![0, 429, 502, 503, 504].includes(status)) return null;
  const wait = readRetryAfter(retryAfter, now) ?? PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 0;
  return wait > LONGEST_WAIT_MS ? null : wait;
}

/** `Retry-After` in ms from now: seconds, or a date (RFC 9110 §10.2.3). null: it says nothing that can be read. */
function readRetryAfter(text: string | null, now: number): number | null {
  if (text === null || text.trim() === '') return null;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
