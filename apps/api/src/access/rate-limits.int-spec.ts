import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Problem } from '#contracts';
import { SignInDelay } from '#people';
import { Clock, type DomainError, type Env, type Logger } from '#platform';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation } from '../../../../test/factories/organisation.js';
import { RedisServer } from '../../../../test/support/servers/redis.js';
import { RateLimits } from './rate-limits.js';

let api: TestApi;
let account: TestAccount;
const LIMITS = {
  SHOUWEN_TRUSTED_PROXIES: '127.0.0.0/8',
  SHOUWEN_RATE_PER_ACCOUNT: '5',
  SHOUWEN_RATE_PER_TOKEN: '3',
  SHOUWEN_RATE_PER_ADDRESS: '4',
  SHOUWEN_RATE_SIGN_INS: '20',
  SHOUWEN_RATE_UPLOADS: '2',
};

beforeAll(async () => {
  api = await startTestApi(LIMITS);
  const organisation = await buildOrganisation(api.source);
  account = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
});
afterAll(() => api.stop());

let clients = 0;
/** An address that was not used before, as a trusted proxy reports it. */
const fresh = () => `203.0.113.${++clients}`;
const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${api.baseUrl}${path}`, { ...init, headers: { 'x-forwarded-for': fresh(), ...headers } });
const many = async (n: number, one: () => Promise<Response>) => {
  const answers: Response[] = [];
  for (let i = 0; i < n; i++) answers.push(await one());
  return answers;
};

describe('rate limits', () => {
  it('hold an account to its budget from wherever it asks, and say what is left', async () => {
    const cookie = await api.signIn(account.username);
    const answers = await many(7, () => ask('/api/v1/auth/me', { cookie }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"account";q=5;w=60');
    expect(answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])).toEqual([
      ...['4', '3', '2', '1', '0', '0', '0'],
    ]);
    const refused = answers[5] as Response;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((await refused.json()) as Problem).toMatchObject({ status: 429, code: 'too_many_requests' });
  });

  it('count uploads apart, so that sending recordings leaves the screens alone', async () => {
    const cookie = await api.signIn(account.username);
    const answers = await many(3, () => ask('/api/v1/calls', { cookie }, { method: 'POST' }));
    expect(answers.map(({ status }) => status)).toEqual([415, 415, 429]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"upload";q=2;w=60');
  });

  it('hold an address without a signed-in user, with any cookies and tokens that it makes up', async () => {
    const address = fresh();
    const strange = [{}, { cookie: `sw_session=${'x'.repeat(43)}` }, { authorization: 'Bearer sw_x' }];
    let i = 0;
    const answers = await many(6, () =>
      ask('/api/v1/calls', { ...(strange[i++ % 3] as object), 'x-forwarded-for': address }),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await ask('/api/v1/calls')).status).toBe(401);
  });

  it('count an IPv6 network as one address', async () => {
    let host = 0;
    const answers = await many(5, () => ask('/api/v1/calls', { 'x-forwarded-for': `2001:db8:7:1::${++host}` }));
    expect(answers.at(-1)?.status).toBe(429);
    expect((await ask('/api/v1/calls', { 'x-forwarded-for': '2001:db8:7:2::1' })).status).toBe(401);
  });

  it('hold signing in to a budget of its own', async () => {
    const address = fresh();
    const body = JSON.stringify({ username: account.username, password: PASSWORD });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
    const answers = await many(21, () => ask('/api/v1/auth/login', headers, { method: 'POST', body }));
    expect(answers.slice(0, 20).every(({ status }) => status === 200)).toBe(true);
    expect(answers[20]?.status).toBe(429);
  });

  it('never count health and metrics', async () => {
    const address = fresh();
    for (const path of ['/api/health/live', '/api/health/ready', '/metrics']) {
      const answers = await many(8, () => ask(path, { 'x-forwarded-for': address }));
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(answers[0]?.headers.get('ratelimit')).toBeNull();
    }
  });
});

describe('the address of a request', () => {
  const guess = (headers: Record<string, string>, to = api) =>
    fetch(`${to.baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ username: 'somebody', password: 'a wrong guess' }),
    });
  const addresses = async (of = api) =>
    (await of.source.manager.findBy(SignInDelay, { username: 'somebody' })).map(({ address }) => address);

  it('is what the nearest trusted proxy says, not what the client wrote before it', async () => {
    await guess({ 'x-forwarded-for': '198.51.100.99, 203.0.113.200' });
    expect(await addresses()).toEqual(['203.0.113.200']);
  });

  it('is the connection’s where no proxy is trusted: a made-up header changes no delay', async () => {
    const plain = await startTestApi();
    try {
      for (let i = 0; i < 5; i++) await guess({ 'x-forwarded-for': `198.51.100.${i}` }, plain);
      expect(await addresses(plain)).toEqual(['127.0.0.1']);
      expect((await guess({ 'x-forwarded-for': '198.51.100.77' }, plain)).status).toBe(429);
    } finally {
      await plain.stop();
    }
  });
});

describe('a store of limits that does not answer', () => {
  let silent: Server;
  const held = new Set<Socket>();
  beforeAll(async () => {
    silent = createServer((socket) => void held.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    for (const socket of held) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });

  it.each(['silent', 'gone'])('takes nothing down (%s): the process counts for itself', async (kind) => {
    const port = kind === 'silent' ? (silent.address() as AddressInfo).port : 1;
    const { take, lines, limits } = processWith(`redis://127.0.0.1:${port}`);
    expect([await take(), await take(), await take()]).toEqual(['taken', 'taken', 'too_many_requests']);
    expect(lines).toHaveLength(1);
    limits.onApplicationShutdown();
  });
});

describe('several processes', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start('redis');
  });
  afterAll(() => redis.stop());

  it('count together in Redis, and each for itself while it is gone', async () => {
    const [a, b] = [processWith(redis.url), processWith(redis.url)];
    await Promise.all([a.limits.ready(), b.limits.ready()]);
    expect([await a.take(), await b.take(), await a.take(), await b.take()]).toEqual([
      ...['taken', 'taken', 'too_many_requests', 'too_many_requests'],
    ]);
    expect([...a.lines, ...b.lines]).toEqual([]);
    // Alive, but without an answer.
    await redis.command('CLIENT', 'PAUSE', '5000', 'ALL');
    expect([await a.take(), a.lines.length]).toEqual(['taken', 1]);
    await redis.kill();
    expect([await a.take(), await b.take()]).toEqual(['taken', 'taken']);
    expect([a.lines.length, b.lines.length]).toEqual([1, 1]);
    for (const { limits } of [a, b]) limits.onApplicationShutdown();
  });
});

/** The limits of one API process, two requests a minute for an address. */
function processWith(redisUrl: string) {
  const lines: string[] = [];
  const logger = { warn: (_: object, text: string) => lines.push(text) } as unknown as Logger;
  const rateLimits = { token: 0, account: 0, address: 2, 'sign-in': 0, upload: 0 };
  const limits = new RateLimits({ redisUrl, rateLimits } as unknown as Env, logger, new Clock());
  const request = { method: 'GET', ip: '203.0.113.250', routeOptions: { url: '/api/v1/calls' } } as FastifyRequest;
  const reply = { header: () => undefined } as unknown as FastifyReply;
  const take = () =>
    limits.take(request, reply, { rule: { signedIn: true }, asker: null }).then(
      () => 'taken',
      (refused: DomainError) => refused.code,
    );
  return { limits, lines, take };
}
