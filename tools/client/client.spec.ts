import { ROUTES, usualRefusals } from '#contracts';
import { readRoutes } from './read-routes.js';
import { waitBeforeAgain } from './runtime/again.rules.js';
import { formOf } from './runtime/form.js';
import { Transport, type WireRoute } from './runtime/transport.js';
import { ShouwenRefusal, ShouwenUnreachable } from './runtime/problems.js';
import { writeClient, writeRefusals } from './write-client.rules.js';
import { typeOf } from './write-type.rules.js';

const { routes } = readRoutes();

describe('the client', () => {
  it('has one method for every route, and its codes', () => {
    expect(routes.map(({ declared }) => declared.id).sort()).toEqual(ROUTES.map(({ id }) => id).sort());
    const written = writeClient(routes);
    const refusals = writeRefusals(routes, ({ declared }) => usualRefusals(declared));
    for (const { id, method, path } of ROUTES) {
      expect(written.split(`// ${method} ${path}\n`)).toHaveLength(2);
      expect(refusals).toContain(`  ${id}: '`);
    }
  });

  it('reads every list with a cursor row by row', () => {
    const paged = routes.filter(({ query }) => query.some(({ name }) => name === 'cursor'));
    expect(paged.length).toBeGreaterThan(10);
    expect(paged.filter(({ rows }) => rows === null).map(({ declared }) => declared.id)).toEqual([]);
  });

  it.each([
    [{ type: ['string', 'null'] }, '(string | null)'],
    [{ enum: ['zh', 'en'] }, '("zh" | "en")'],
    [
      { type: 'object', properties: { a: { type: 'integer' }, 'b-c': {} }, required: ['a'] },
      '{ a: number; "b-c"?: unknown; }',
    ],
    [{ type: 'array', prefixItems: [{ type: 'number' }, { $ref: '#/components/schemas/Call' }] }, '[number, Call]'],
    [
      { type: 'object', propertyNames: { enum: ['x'] }, additionalProperties: { type: 'boolean' } },
      'Partial<Record<"x", boolean>>',
    ],
    [{ anyOf: [{ type: 'string' }, { type: 'string' }] }, 'string'],
  ])('writes %j as %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });
});

describe('a form', () => {
  it('is read by others as it was meant, whatever a file is called', async () => {
    const name = 'a"b\r\nContent-Type: x';
    const form = formOf([
      ['metadata', '{"who":"李"}'],
      ['file', new Blob(['RIFF'], { type: 'audio/wav' }), name],
      ['empty', new Blob([])],
    ]);
    const read = await new Response(form).formData();
    const [file, empty] = [read.get('file') as File, read.get('empty') as File];
    expect([...read.keys()]).toEqual(['metadata', 'file', 'empty']);
    expect(read.get('metadata')).toBe('{"who":"李"}');
    expect([await file.text(), file.type, file.name]).toEqual(['RIFF', 'audio/wav', name]);
    expect([empty.size, empty.type, empty.name]).toEqual([0, 'application/octet-stream', 'empty']);
  });
});

describe('asking again', () => {
  const NOW = Date.parse('2026-11-28T12:00:00Z');
  const wait = (status: number, over: { twice?: boolean; tries?: number; retryAfter?: string } = {}) => {
    const { twice = true, tries = 1, retryAfter = null } = over;
    return waitBeforeAgain({ status, retryAfter }, { tries, retries: 2, twice, now: NOW });
  };

  it('waits as long as the server says, or longer from try to try', () => {
    expect(wait(429, { retryAfter: '7' })).toBe(7_000);
    expect(wait(503, { retryAfter: 'Sat, 28 Nov 2026 12:00:09 GMT' })).toBe(9_000);
    expect([wait(0), wait(0, { tries: 2 }), wait(0, { tries: 3 })]).toEqual([500, 2_000, null]);
  });

  it('does not wait for a refusal, nor for what may have been done, nor for longer than five minutes', () => {
    expect([wait(404), wait(500), wait(503, { twice: false }), wait(0, { twice: false })]).toEqual(Array(4).fill(null));
    expect(wait(429, { retryAfter: '301' })).toBeNull();
    expect(wait(429, { twice: false })).toBe(500);
  });
});

describe('a request', () => {
  const LIST: WireRoute = { id: 'callsList', method: 'GET', path: '/api/v1/calls' };
  const refusal = {
    status: 429,
    code: 'too_many_requests',
    title: '',
    detail: { zh: '', en: '' },
    fault: 'caller',
    ref: 'R',
  };
  const answers = (...given: (Response | Error)[]) => {
    const asked: string[] = [];
    const waits: number[] = [];
    const ask = (url: unknown, init?: RequestInit): Promise<Response> => {
      asked.push(`${init?.method} ${String(url)} ${new Headers(init?.headers).get('authorization')}`);
      const next = given.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as Response);
    };
    const onWait = ({ waitMs }: { waitMs: number }) => waits.push(waitMs);
    const transport = new Transport({ baseUrl: 'https://host/', token: 'sw_t', fetch: ask as typeof fetch, onWait });
    return { transport, asked, waits };
  };
  const told = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers });

  it('is sent again after a broken connection and after being asked to wait, with its token', async () => {
    const { transport, asked, waits } = answers(
      told(429, refusal, { 'retry-after': '0' }),
      told(503, refusal, { 'retry-after': '0' }),
      told(200, { items: [] }),
    );
    await expect(transport.send(LIST, { query: { limit: 5, team: undefined } })).resolves.toEqual({ items: [] });
    expect(asked).toEqual(Array(3).fill('GET https://host/api/v1/calls?limit=5 Bearer sw_t'));
    expect(waits).toEqual([0, 0]);
  });

  it('is not sent again where it may have been done already', async () => {
    const { transport, asked } = answers(new Error('reset'));
    const create: WireRoute = { id: 'viewsCreate', method: 'POST', path: '/api/v1/views', sends: 'json' };
    await expect(transport.send(create, { body: {} })).rejects.toThrow(ShouwenUnreachable);
    expect(asked).toHaveLength(1);
  });

  it('fails with what the API says, and says so where a proxy answered in its place', async () => {
    const { transport } = answers(
      told(404, { ...refusal, status: 404, code: 'not_found' }),
      new Response('<html>', { status: 404 }),
    );
    await expect(transport.send(LIST)).rejects.toMatchObject({
      name: 'ShouwenRefusal',
      code: 'not_found',
      status: 404,
    });
    const other = await transport.send(LIST).catch((error: unknown) => error);
    expect(other).not.toBeInstanceOf(ShouwenRefusal);
    expect(other).toMatchObject({ name: 'ShouwenUnreachable', status: 404 });
  });

  it('stops waiting when its caller gives up', async () => {
    const { transport } = answers(told(429, refusal, { 'retry-after': '200' }));
    const gone = new AbortController();
    const asked = transport.send(LIST, { signal: gone.signal });
    setImmediate(() => gone.abort(new Error('left')));
    await expect(asked).rejects.toThrow('left');
  });

  it('reads a list page after page', async () => {
    const { transport, asked } = answers(
      told(200, { items: [1, 2], nextCursor: 'c' }),
      told(200, { items: [3], nextCursor: null }),
    );
    const rows: unknown[] = [];
    for await (const row of transport.each(LIST, 'items', { query: { limit: 2 } })) rows.push(row);
    expect(rows).toEqual([1, 2, 3]);
    expect(asked[1]).toContain('?limit=2&cursor=c');
  });
});
