import { problemSchema, type Problem } from '#contracts';
import type { z } from 'zod';

/**
 * Why a request came to nothing. `problem`: the server said why. `unreachable`: nobody answered. `unreadable`: the answer is not what
 * the contract promises, so that this page and the server are of different versions.
 */
export class RequestFailure extends Error {
  constructor(
    readonly kind: 'problem' | 'unreachable' | 'unreadable' | 'unplayable',
    readonly problem: Problem | null,
    readonly status: number | null,
  ) {
    super(problem?.code ?? kind);
  }
}

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** Lets the request outlive the page: what was heard must be told although the tab closes. */
  keepalive?: boolean;
}

/** Asks the API and reads its answer through the contract's schema. @throws RequestFailure */
export async function ask<S extends z.ZodType>(schema: S, path: string, asking: Asking = {}): Promise<z.infer<S>> {
  const response = await send(path, asking);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new RequestFailure('unreadable', null, response.status);
  return parsed.data;
}

/** Tells the API something that it answers with 204. @throws RequestFailure */
export async function tell(path: string, asking: Asking): Promise<void> {
  await send(path, asking);
}

/** Asks for a range of bytes (`to` exclusive). The answer may be shorter. @throws RequestFailure */
export async function askBytes(
  url: string,
  { from, to, signal }: { from: number; to: number; signal: AbortSignal },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; size: number }> {
  const response = await receive(url, { signal, headers: { range: `bytes=${from}-${to - 1}` } });
  const size = Number(response.headers.get('content-range')?.split('/')[1]);
  if (!Number.isInteger(size)) throw new RequestFailure('unreadable', null, response.status);
  const body = await response.arrayBuffer().catch(() => {
    throw new RequestFailure('unreachable', null, null);
  });
  return { bytes: new Uint8Array(body), size };
}

function send(path: string, { method = 'GET', body, signal, keepalive }: Asking): Promise<Response> {
  return receive(`/api/v1${path}`, {
    method,
    signal: signal ?? null,
    keepalive: keepalive ?? false,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function receive(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new RequestFailure('unreachable', null, null);
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

/** What an answer outside 2xx says. */
export async function failureOf(response: Response): Promise<RequestFailure> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (problem.success) return new RequestFailure('problem', problem.data, response.status);
  // A proxy in front of a stopped API answers in its own words: for the person that is the same as no answer.
  return new RequestFailure(response.status >= 500 ? 'unreachable' : 'unreadable', null, response.status);
}
