import { problemSchema, type DeclaredRoute, type Problem, type RefusalOf } from '#contracts';

/**
 * Why a request failed. `problem`: the server said why. `unreachable`: no server answered. `unreadable`: the answer is not what the
 * contract promises, so that this page and the server are of different versions.
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

/** Whether the route refused with one of these codes. One that it does not declare does not compile. */
export function refusedWith<R extends DeclaredRoute>(error: unknown, _route: R, ...codes: RefusalOf<R>[]): boolean {
  const said = error instanceof RequestFailure ? error.problem?.code : undefined;
  return codes.some((code) => code === said);
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

/** An answer of 2xx. @throws RequestFailure */
export async function receive(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new RequestFailure('unreachable', null, null);
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

/** What an answer outside 2xx says. */
async function failureOf(response: Response): Promise<RequestFailure> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (problem.success) return new RequestFailure('problem', problem.data, response.status);
  // A proxy in front of a stopped API answers in its own words: for the person that is the same as no answer.
  return new RequestFailure(response.status >= 500 ? 'unreachable' : 'unreadable', null, response.status);
}
