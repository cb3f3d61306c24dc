import { readRetryAfter, waitBeforeAgain } from './again.rules.js';
import { type Field, formOf } from './form.js';
import { readRefusal, ShouwenRefusal, ShouwenUnreachable } from './problems.js';

/** Where the API is, and who asks. */
export interface ShouwenOptions {
  /** `https://shouwen.example.com`, without `/api`. */
  baseUrl: string;
  /** An API token, `sw_…`. Without one only what is public answers. */
  token?: string;
  /** How often a request is sent again when the server asks for patience or cannot be reached: 4 unless said otherwise. */
  retries?: number;
  /** Called before each wait, for a log. */
  onWait?: (waiting: { route: string; tries: number; waitMs: number; status: number }) => void;
  /** In place of the `fetch` of the platform: for a proxy, or a test. */
  fetch?: typeof fetch;
}

/** What a route is on the wire. */
export interface WireRoute {
  id: string;
  method: string;
  path: string;
  /** What is sent as its body. */
  sends?: 'json' | 'file' | 'upload';
  /** What it answers: JSON unless said otherwise. */
  answers?: 'nothing' | 'response';
  /** It may come twice: the API knows it again by what it names. */
  twice?: true;
}

/** What every call may say beside what its route takes. */
export interface CallOptions {
  signal?: AbortSignal;
}

type Sent = Record<string, unknown> & {
  query?: object;
  body?: unknown;
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** The parts of an upload, in the order in which the API wants them. */
const UPLOAD_PARTS = ['audio', 'transcript', 'transcriptLeft', 'transcriptRight'] as const;

/** Sends requests to one API, in the name of one token. */
export class Transport {
  private readonly base: string;

  constructor(private readonly options: ShouwenOptions) {
    this.base = options.baseUrl.replace(/\/+$/, '');
  }

  /** @throws ShouwenRefusal | ShouwenUnreachable */
  async send(route: WireRoute, given: object = {}): Promise<unknown> {
    const sent = given as Sent;
    const response = await this.answerOf(route, sent);
    if (route.answers === 'nothing') {
      await response.arrayBuffer();
      return undefined;
    }
    if (route.answers === 'response') return response;
    return response.json().catch((cause: unknown) => {
      throw sent.signal?.aborted ? cause : new ShouwenUnreachable(route.id, response.status, cause);
    });
  }

  /** Every row of a list, page after page. */
  async *each(route: WireRoute, rows: string, given: object = {}): AsyncGenerator<unknown, void, undefined> {
    const sent = given as Sent;
    let cursor: unknown;
    do {
      const query = { ...sent.query, ...(cursor !== undefined && { cursor }) };
      const page = (await this.send(route, { ...sent, query })) as Record<string, unknown>;
      yield* page[rows] as unknown[];
      cursor = page['nextCursor'];
    } while (cursor !== null && cursor !== undefined);
  }

  private async answerOf(route: WireRoute, sent: Sent): Promise<Response> {
    const { retries = 4, onWait } = this.options;
    const twice = route.twice ?? ['GET', 'PUT', 'DELETE'].includes(route.method);
    for (let tries = 1; ; tries++) {
      const answer = await this.once(route, sent);
      if (answer instanceof Response && answer.ok) return answer;
      const retryAfter = answer instanceof Response ? answer.headers.get('retry-after') : null;
      const status = answer instanceof Response ? answer.status : 0;
      const waitMs = waitBeforeAgain({ status, retryAfter }, { tries, retries, twice, now: Date.now() });
      if (waitMs === null) throw await failureOf(route, answer, retryAfter);
      if (answer instanceof Response) await answer.arrayBuffer().catch(() => undefined);
      onWait?.({ route: route.id, tries, waitMs, status });
      await pause(waitMs, sent.signal);
    }
  }

  /** One try. What broke the connection is the answer; only the caller's own giving up is thrown. */
  private async once(route: WireRoute, sent: Sent): Promise<Response | Error> {
    const { token, fetch: ask = fetch } = this.options;
    const json = route.sends === 'json' && sent.body !== undefined;
    const headers = {
      ...sent.headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(json && { 'content-type': 'application/json' }),
    };
    const body = json ? JSON.stringify(sent.body) : formFor(route, sent);
    try {
      return await ask(this.base + addressOf(route.path, sent), {
        method: route.method,
        headers,
        redirect: 'error',
        ...(body !== undefined && { body }),
        ...(sent.signal && { signal: sent.signal }),
      });
    } catch (error) {
      if (sent.signal?.aborted) throw error;
      return error as Error;
    }
  }
}

async function failureOf(route: WireRoute, answer: Response | Error, retryAfter: string | null): Promise<Error> {
  if (!(answer instanceof Response)) return new ShouwenUnreachable(route.id, null, answer);
  const refusal = readRefusal(await answer.text().catch(() => ''));
  if (!refusal) return new ShouwenUnreachable(route.id, answer.status);
  const waitMs = readRetryAfter(retryAfter, Date.now());
  return new ShouwenRefusal(route.id, refusal, waitMs === null ? null : waitMs / 1000);
}

function addressOf(path: string, sent: Sent): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(sent[name])));
  const given = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  return query.size > 0 ? `${filled}?${query.toString()}` : filled;
}

function formFor({ sends }: WireRoute, sent: Sent): Blob | undefined {
  if (sends === 'file') return formOf([['file', sent.file as Blob, (sent.file as Partial<File>).name ?? 'file']]);
  if (sends !== 'upload') return undefined;
  // Always the name of the part: what a file is called says nothing.
  const files = UPLOAD_PARTS.filter((part) => sent[part] !== undefined).map((part): Field => [
    part,
    sent[part] as Blob,
  ]);
  return formOf([['metadata', JSON.stringify(sent['metadata'])], ...files]);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, gaveUp) => {
    const stop = () => {
      clearTimeout(timer);
      gaveUp(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
