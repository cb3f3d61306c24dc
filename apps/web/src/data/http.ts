import { ACCOUNT_HEADER, problemSchema, type DeclaredRoute, type Problem, type RefusalOf } from '#contracts';

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

/**
 * The account for which this page asks: the server refuses it where the browser has another account's session by now. Undefined before anyone was
 * signed in on it; null when its account is gone.
 */
let account: string | null | undefined;
const onRefused = new Set<() => void>();

export const asksAs = (): string | null | undefined => account;
export const askAs = (accountId: string | null): void => {
  if (accountId !== null || account !== undefined) account = accountId;
};

/** Called where the server says that the session of this page is over. @returns what ends it */
export function whenRefused(then: () => void): () => void {
  onRefused.add(then);
  return () => void onRefused.delete(then);
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

/** `of`: the account for which it is asked; null: the one that has the browser's session. */
type Init = RequestInit & { of?: string | null };

/** An answer of 2xx. @throws RequestFailure */
export async function receive(url: string, { of = account ?? null, ...init }: Init): Promise<Response> {
  const headers = { ...init.headers, ...(of !== null && { [ACCOUNT_HEADER]: of }) };
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new RequestFailure('unreachable', null, null);
  });
  if (response.ok) return response;
  // What was asked for an account that is gone from this page says nothing of the one that is there now.
  if (response.status === 401 && of !== null && of === account) for (const then of onRefused) then();
  throw await failureOf(response);
}

/** What an answer outside 2xx says. */
async function failureOf(response: Response): Promise<RequestFailure> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (problem.success) return new RequestFailure('problem', problem.data, response.status);
  // If the API is down, a proxy answers with its own page; to the user this is the same as no answer.
  return new RequestFailure(response.status >= 500 ? 'unreachable' : 'unreadable', null, response.status);
}
