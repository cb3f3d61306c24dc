import createClient from 'openapi-fetch';
import type { z } from 'zod';
import type { paths } from './api-types.js';
import { failureOf, RequestFailure } from './http.js';

/**
 * Every route of the API, typed from its own description (`npm run api:types`): a path, parameter or body that the API does not know does
 * not compile. Answers outside 2xx and silence are thrown as `RequestFailure`, so `data` is there whenever the promise fulfils; a route
 * that answers 204 is simply awaited.
 */
export const api = apiAt('');

/** The same client for an API elsewhere: tests have one on a port of its own. */
export function apiAt(baseUrl: string) {
  const client = createClient<paths>({ baseUrl, credentials: 'same-origin' });
  client.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await failureOf(response);
    },
    onError: ({ error, request }) =>
      request.signal.aborted || error instanceof RequestFailure
        ? undefined
        : new RequestFailure('unreachable', null, null),
  });
  return client;
}

/**
 * Reads an answer through the contract's schema: `read(callListSchema, api.GET('/api/v1/calls', { params, signal }))`. The compiler holds
 * schema and description together; at run time an answer of another version is `unreadable` instead of a broken screen.
 *
 * @throws RequestFailure
 */
export async function read<S extends z.ZodType>(
  schema: S,
  asked: Promise<{ data?: z.output<S>; response: Response }>,
): Promise<z.output<S>> {
  const { data, response } = await asked.catch((error: unknown) => {
    throw (error as Error).name === 'SyntaxError' ? new RequestFailure('unreadable', null, null) : error;
  });
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new RequestFailure('unreadable', null, response.status);
  return parsed.data;
}
