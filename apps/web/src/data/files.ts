import type { z } from 'zod';
import { failureOf, RequestFailure } from './http.js';

/** Sends one file and reads the answer through the contract's schema. @throws RequestFailure */
export async function sendFile<S extends z.ZodType>(schema: S, path: string, file: File): Promise<z.infer<S>> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`/api/v1${path}`, { method: 'POST', body, credentials: 'same-origin' }).catch(() => {
    throw new RequestFailure('unreachable', null, null);
  });
  if (!response.ok) throw await failureOf(response);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new RequestFailure('unreadable', null, response.status);
  return parsed.data;
}

/** An address with those of the values that there are. */
export function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => !!pair[1]));
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
