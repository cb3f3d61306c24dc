import { z } from 'zod';

/** Of what a server says when it refuses, so much is shown: a sentence or two. */
export const MOST_SAID = 300;
const HIDDEN_KEY = '***';

/** One entry of FastAPI's answer to a form that it cannot read. */
const fieldProblem = z.object({ loc: z.array(z.union([z.string(), z.number()])).max(20), msg: z.string() });
const message = z.object({ message: z.string() });
/** OpenAI's `{"error": {"message"}}` and what others make of it: the same below `detail`, a text in its place, a list of fields. */
const bodySchema = z.union([
  z.object({ error: z.union([message, z.string()]) }),
  z.object({ detail: z.union([z.object({ error: message }), message, z.string(), z.array(fieldProblem).max(100)]) }),
  message,
]);

/**
 * What a server said when it refused, in its own words, as one line of plain text; empty where it said nothing that people can read. It may
 * be anything: markup, control characters and marks that turn the direction of writing are taken out, and a key that it repeats.
 */
export function refusalWords(body: string, key?: string): string {
  const said = key ? messageOf(body).replaceAll(key, HIDDEN_KEY) : messageOf(body);
  const line = said.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length > MOST_SAID ? `${line.slice(0, MOST_SAID - 1)}…` : line;
}

function messageOf(body: string): string {
  const json = parsed(body);
  if (json === undefined) return isMarkup(body) ? (/<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? '') : body;
  const read = bodySchema.safeParse(json);
  if (!read.success) return typeof json === 'string' ? json : '';
  const at = 'error' in read.data ? read.data.error : 'detail' in read.data ? read.data.detail : read.data;
  if (typeof at === 'string') return at;
  if (Array.isArray(at)) return at.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  return 'error' in at ? at.error.message : at.message;
}

const isMarkup = (body: string): boolean => /^\s*</.test(body);

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
