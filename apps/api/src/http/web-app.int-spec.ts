import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveWebApp } from './web-app.js';

describe('the screens', () => {
  let dir: string;
  let fastify: FastifyInstance;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'shouwen-web-app-'));
    await writeFile(join(dir, 'index.html'), 'the page');
    await writeFile(join(dir, 'icon.svg'), 'the icon');
    fastify = Fastify();
    await serveWebApp(fastify, dir);
  });
  afterAll(async () => {
    await fastify.close();
    await rm(dir, { recursive: true });
  });

  it.each([
    ['/', 200, 'the page'],
    ['//', 200, 'the page'],
    ['//evil.example/icon.svg', 200, 'the page'],
    ['/calls/7?t=21', 200, 'the page'],
    ['/icon.svg?v=2', 200, 'the icon'],
    ['/missing.svg', 200, 'the page'],
    ['/healthz', 404, undefined],
    ['/health?x', 404, undefined],
    ['/api?x', 404, undefined],
    ['/api/v1/nothing', 404, undefined],
  ])('%s', async (path, status, body) => {
    const answer = await fastify.inject(path);
    expect(answer.statusCode).toBe(status);
    if (body !== undefined) expect(answer.body).toBe(body);
  });
});
