import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How little a server tells of times. */
export const FORMS = ['words', 'segments', 'text'] as const;
export type Form = (typeof FORMS)[number];

export interface FormFilter {
  url: string;
  host: string;
  stop(): Promise<void>;
}

/** A server on this machine that passes everything on to another and takes times out of its answers: what a server is worth that gives no more. */
export async function startFormFilter(upstream: string, form: Form): Promise<FormFilter> {
  const server = createServer((request, response) => {
    pass(request, response, upstream, form).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://${host}`, host, stop };
}

async function pass(request: IncomingMessage, response: ServerResponse, upstream: string, form: Form): Promise<void> {
  const { 'content-type': type = '', authorization } = request.headers;
  const answer = await fetch(upstream + (request.url ?? ''), {
    method: 'POST',
    body: await buffer(request),
    headers: { 'content-type': type, ...(authorization && { authorization }) },
  });
  const body = await answer.text();
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(answer.ok ? JSON.stringify(without(JSON.parse(body) as Answer, form)) : body);
}

interface Answer {
  text?: unknown;
  language?: unknown;
  words?: unknown;
  segments?: { words?: unknown }[] | null;
}

/** The same answer with no finer times than the form has. */
export function without({ words, segments, ...rest }: Answer, form: Form): Answer {
  if (form === 'words') return { ...rest, words, segments: segments ?? null };
  if (form === 'text') return rest;
  return { ...rest, segments: segments?.map(({ words: _words, ...segment }) => segment) ?? null };
}
