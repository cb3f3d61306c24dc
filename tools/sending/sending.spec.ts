import { formOf } from './form.js';
import { Refused, Transport, Unreachable, waitBeforeAgain } from './transport.js';

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
  const wait = (
    status: number,
    { tries = 1, retryAfter = null }: { tries?: number; retryAfter?: string | null } = {},
  ) => waitBeforeAgain({ status, retryAfter }, { tries, retries: 2, now: NOW });

  it('waits as long as the server says, or longer from try to try', () => {
    expect(wait(429, { retryAfter: '7' })).toBe(7_000);
    expect(wait(503, { retryAfter: 'Sat, 28 Nov 2026 12:00:09 GMT' })).toBe(9_000);
    expect([wait(0), wait(0, { tries: 2 }), wait(0, { tries: 3 })]).toEqual([500, 2_000, null]);
  });

  it('does not wait for a refusal, nor for longer than five minutes', () => {
    expect([wait(404), wait(500), wait(429, { retryAfter: '301' })]).toEqual([null, null, null]);
  });
});

describe('a request', () => {
  const LIST = { method: 'GET', path: '/api/v1/calls' } as const;
  const refusal = {
    ...{ status: 429, code: 'too_many_requests', title: 'x', fault: 'caller', ref: 'R', type: 'about:blank' },
    detail: { zh: '等一等', en: 'wait' },
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
    const options = { baseUrl: 'https://host/', token: 'sw_t', retries: 4, fetch: ask as typeof fetch, onWait };
    return { transport: new Transport(options), asked, waits };
  };
  const told = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers });

  it('is sent again after being asked to wait, with its token', async () => {
    const { transport, asked, waits } = answers(
      told(429, refusal, { 'retry-after': '0' }),
      told(503, refusal, { 'retry-after': '0' }),
      told(200, { items: [] }),
    );
    await expect(transport.send(LIST)).resolves.toEqual({ items: [] });
    expect(asked).toEqual(Array(3).fill('GET https://host/api/v1/calls Bearer sw_t'));
    expect(waits).toEqual([0, 0]);
  });

  it('fails with what the API says, and says so where a proxy answered in its place', async () => {
    const { transport } = answers(
      told(404, { ...refusal, status: 404, code: 'not_found' }),
      new Response('<html>', { status: 404 }),
    );
    const refused = await transport.send(LIST).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).problem).toMatchObject({ code: 'not_found', status: 404 });
    const other = await transport.send(LIST).catch((error: unknown) => error);
    expect(other).toBeInstanceOf(Unreachable);
    expect((other as Error).message).toContain('with status 404');
  });
});
