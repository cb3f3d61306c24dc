import { connect } from 'node:net';
import { problemSchema, type Problem } from '#contracts';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let cookie: string;

beforeAll(async () => {
  api = await startTestApi();
  const organisation = await buildOrganisation(api.source);
  const { username } = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  cookie = await api.signIn(username);
});
afterAll(() => api.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${api.baseUrl}${path}`, { ...init, headers: { cookie, ...init.headers } });

/** Sends bytes as they are: what no HTTP client would send. @returns status and body of the answer */
const sendRaw = (bytes: string) =>
  new Promise<{ status: number; body: string; head: string }>((resolve, reject) => {
    const { hostname, port } = new URL(api.baseUrl);
    const socket = connect(Number(port), hostname.replace(/[[\]]/g, ''), () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n', 2);
      resolve({ status: Number(head.split(' ')[1]), body, head });
    });
  });

/** Both languages, and each its own. */
function expectBilingual({ detail, fields = [] }: Problem): void {
  for (const { zh, en } of [detail, ...fields.map(({ message }) => message)]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
}

const cases: [string, number, string, () => Promise<Response>][] = [
  ['an address that does not exist', 404, 'not_found', () => ask('/api/v1/nothing')],
  ['an id that cannot be one', 404, 'not_found', () => ask('/api/v1/calls/42')],
  [
    'a method that the address does not take',
    405,
    'method_not_allowed',
    () => ask('/api/v1/calls/figures', { method: 'DELETE' }),
  ],
  [
    'broken JSON',
    400,
    'invalid_json',
    () => ask('/api/v1/auth/step-up', { method: 'POST', headers: JSON_TYPE, body: '{"a":' }),
  ],
  [
    'an empty body',
    400,
    'empty_body',
    () => ask('/api/v1/auth/step-up', { method: 'POST', headers: JSON_TYPE, body: '' }),
  ],
  [
    'another content type',
    415,
    'unsupported_media',
    () => ask('/api/v1/auth/login', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a' }),
  ],
  [
    'a body over a megabyte',
    413,
    'too_large',
    () =>
      ask('/api/v1/auth/login', {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ a: 'x'.repeat(1024 ** 2) }),
      }),
  ],
  [
    'fields that do not fit',
    400,
    'bad_input',
    () =>
      ask('/api/v1/auth/login', {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ username: 5, extra: 1 }),
      }),
  ],
  ['a query that does not fit', 400, 'bad_input', () => ask('/api/v1/calls?limit=none')],
  ['no session', 401, 'not_signed_in', () => fetch(`${api.baseUrl}/api/v1/calls`)],
  [
    'a token that is none',
    401,
    'token_unknown',
    () => ask('/api/v1/calls', { headers: { authorization: 'Bearer sw_x' } }),
  ],
  ['a missing permission', 403, 'forbidden', () => ask('/api/v1/tokens')],
  [
    'another origin',
    403,
    'other_origin',
    () => ask('/api/v1/auth/logout', { method: 'POST', headers: { origin: 'https://evil.example' } }),
  ],
  [
    'no multipart',
    415,
    'not_multipart',
    () => ask('/api/v1/calls', { method: 'POST', headers: JSON_TYPE, body: '{}' }),
  ],
  [
    'parts in the wrong order',
    400,
    'metadata_must_come_first',
    () => {
      const form = new FormData();
      form.append('audio', new Blob(['x']), 'a.wav');
      return ask('/api/v1/calls', { method: 'POST', body: form });
    },
  ],
  ['an address that cannot be read', 400, 'bad_address', () => ask('/api/v1/calls/%zz')],
];

describe('every refusal', () => {
  it.each(cases)('%s: %i %s', async (_, status, code, send) => {
    const answer = await send();
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.parse(await answer.json());
    expect(problem).toMatchObject({ status, code });
    expect(answer.status).toBe(status);
    expectBilingual(problem);
  });

  it('names the methods that an address takes', async () => {
    const answer = await ask('/api/v1/calls/figures', { method: 'DELETE' });
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it('has its title in the language that is accepted', async () => {
    const titleFor = async (language: string) =>
      ((await (await ask('/api/v1/nothing', { headers: { 'accept-language': language } })).json()) as Problem).title;
    expect(await titleFor('zh-CN,zh;q=0.9,en;q=0.8')).toBe('没有找到');
    expect(await titleFor('en;q=0.9, zh;q=0.3')).toBe('Not found');
    expect(await titleFor('fr')).toBe('Not found');
    expect(await titleFor('zh;q=0, fr')).toBe('Not found');
  });

  it.each([
    ['a line that is no HTTP', 'NONSENSE\r\n\r\n', 400, 'bad_request'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
  ])('%s', async (_, bytes, status, code) => {
    const answer = await sendRaw(bytes);
    expect(answer.status).toBe(status);
    expect(answer.head).toContain('application/problem+json');
    const problem = problemSchema.parse(JSON.parse(answer.body));
    expect(problem).toMatchObject({ status, code });
    expectBilingual(problem);
  });
});
