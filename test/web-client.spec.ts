import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { callsRoutes, extensionsRoutes, playsRoutes, type CallFigures, type Problem } from '#contracts';
import { sendTo } from '../apps/web/src/data/api.js';
import { RequestFailure } from '../apps/web/src/data/http.js';

const FIGURES: CallFigures = {
  since: '2026-03-12T00:00:00Z',
  known: 3,
  recorded: 2,
  notRecorded: 1,
  processing: 0,
  needsAttention: 0,
  scored: 2,
  withinThreeRings: null,
};
const REFUSAL: Problem = {
  type: 'about:blank',
  title: 'Not signed in',
  status: 401,
  code: 'not_signed_in',
  detail: { zh: '请先登录。', en: 'Sign in first.' },
  fault: 'caller',
  ref: 'A1B2C3',
};

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** The screens' client against a server that answers like this. */
async function answering(listener: RequestListener) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const json = (status: number, body: unknown, type = 'application/json'): RequestListener => {
  return (_request, response) => response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
};
const figures = (send: Awaited<ReturnType<typeof answering>>, signal?: AbortSignal) =>
  send(callsRoutes.figures, { ...(signal && { signal }) });
const failure = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => null).catch((error: unknown) => error);

describe("the screens' client", () => {
  it('reads an answer through the contract', async () => {
    expect(await figures(await answering(json(200, FIGURES)))).toEqual(FIGURES);
  });

  it('puts parameters where the route has them, and sends a body as JSON', async () => {
    const seen: string[] = [];
    const send = await answering((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${text}`);
        response.writeHead(request.method === 'GET' ? 200 : 204, { 'content-type': 'application/json' });
        response.end(request.method === 'GET' ? '{"items":[],"nextCursor":null,"newerCursor":null}' : undefined);
      });
    });
    await send(playsRoutes.heard, { playId: '0197-é', body: { intervals: [[0, 9]] } });
    await send(callsRoutes.list, { query: { limit: 5, language: 'zh', cursor: undefined } });
    expect(seen).toEqual([
      'POST /api/v1/plays/0197-%C3%A9/heard {"intervals":[[0,9]]}',
      'GET /api/v1/calls?limit=5&language=zh ',
    ]);
  });

  it('sends a file as the part that the API reads', async () => {
    const seen: string[] = [];
    const send = await answering((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        seen.push(request.url ?? '', request.headers['content-type']?.split(';')[0] ?? '', text);
        json(409, REFUSAL, 'application/problem+json')(request, response);
      });
    });
    const file = new File(['extension,staff'], 'map.csv');
    await failure(send(extensionsRoutes.import, { file, query: { plan: 'P-1' } }));
    expect(seen.slice(0, 2)).toEqual(['/api/v1/extensions/import?plan=P-1', 'multipart/form-data']);
    expect(seen[2]).toContain('name="file"; filename="map.csv"');
    expect(seen[2]).toContain('extension,staff');
  });

  it('throws what the API says is wrong', async () => {
    const error = await failure(figures(await answering(json(401, REFUSAL, 'application/problem+json'))));
    expect(error).toBeInstanceOf(RequestFailure);
    expect(error).toMatchObject({ kind: 'problem', status: 401, problem: { code: 'not_signed_in', ref: 'A1B2C3' } });
  });

  it.each([
    ['an answer of another version', json(200, { ...FIGURES, scored: 'two' }), 'unreadable', 200],
    ['an answer that is not JSON', ((_, response) => response.end('<html>')) as RequestListener, 'unreadable', null],
    ['a refusal in words of its own', json(404, 'gone'), 'unreadable', 404],
    ['a proxy in front of a stopped API', json(502, 'bad gateway'), 'unreachable', 502],
    ['a connection that is cut', ((request) => request.destroy()) as RequestListener, 'unreachable', null],
  ])('calls %s what it is', async (_what, listener, kind, status) => {
    const error = await failure(figures(await answering(listener)));
    expect(error).toMatchObject({ kind, status });
    expect(error).toBeInstanceOf(RequestFailure);
  });

  it('leaves an abandoned request to the caller who abandoned it', async () => {
    const gone = new AbortController();
    const send = await answering(() => gone.abort());
    expect(await failure(figures(send, gone.signal))).toMatchObject({ name: 'AbortError' });
  });
});
