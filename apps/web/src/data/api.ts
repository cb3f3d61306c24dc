import { type AnswerOf, type DeclaredRoute, type SentTo } from '#contracts';
import { asksAs, receive, RequestFailure } from './http.js';

/** `of`: the account for which it is asked, where it is not the page's; null: the one that has the browser's session. */
type Sent<R extends DeclaredRoute> = SentTo<R> & { signal?: AbortSignal; keepalive?: boolean; of?: string | null };
/** No argument is needed where the address has no parts and every part of the query is optional. */
type Arguments<R extends DeclaredRoute> = object extends SentTo<R> ? [sent?: Sent<R>] : [sent: Sent<R>];

/**
 * Asks a declared route: `send(callsRoutes.detail, { callId, signal })`. A part of the address, a query or a body that the route does not
 * have does not compile. The answer is read through the route's schema, so that one of another version is `unreadable` instead of a broken
 * screen; a route that answers 204 is simply awaited.
 *
 * @throws RequestFailure
 */
export const send = sendTo('');

/** The same for an API elsewhere: tests have one on a port of its own. */
export function sendTo(baseUrl: string) {
  return async <R extends DeclaredRoute>(route: R, ...[sent]: Arguments<R>): Promise<AnswerOf<R>> => {
    const { body, file, signal, keepalive, of } = (sent ?? {}) as Partial<Everything>;
    // Left over from a person who is gone from this page: it must not be done for the one who has the browser's session by now.
    if (of === undefined && asksAs() === null && !('public' in route.access))
      throw new RequestFailure('unreadable', null, 401);
    const response = await receive(baseUrl + addressOf(route, sent as Parts), {
      method: route.method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      ...(file && { body: formOf(file) }),
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
      ...(of !== undefined && { of }),
    });
    const { answer } = route;
    if (!answer || 'file' in answer) return undefined as AnswerOf<R>;
    const parsed = answer.safeParse(await jsonOf(response, signal));
    if (!parsed.success) throw new RequestFailure('unreadable', null, response.status);
    return parsed.data as AnswerOf<R>;
  };
}

type Parts = Record<string, unknown> & { query?: object };
type Everything = Parts & { body: unknown; file: File; signal: AbortSignal; keepalive: boolean; of: string | null };

/** Where a route is, with the parts of its address and its query. */
export function addressOf(route: Pick<DeclaredRoute, 'path'>, sent: Parts = {}): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(sent[name])));
  const given = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

async function jsonOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  return response.json().catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RequestFailure((error as Error).name === 'SyntaxError' ? 'unreadable' : 'unreachable', null, null);
  });
}
