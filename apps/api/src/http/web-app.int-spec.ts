import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveWebApp } from './web-app.js';

const SCRIPT = 'let said = "hello";'.repeat(20);
const ASSET = '/assets/script-1a2b.js';
const plain = (bytes: Buffer) => bytes;

describe('the screens', () => {
  let dir: string;
  let fastify: FastifyInstance;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'shouwen-web-app-'));
    await writeFile(join(dir, 'index.html'), 'the page');
    await writeFile(join(dir, 'icon.svg'), 'the icon');
    await mkdir(join(dir, 'assets'));
    const script = join(dir, 'assets/script-1a2b.js');
    await writeFile(script, SCRIPT);
    await writeFile(`${script}.br`, brotliCompressSync(SCRIPT));
    await writeFile(`${script}.gz`, gzipSync(SCRIPT));
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
    ['/assets/script-of-an-older-version.js', 404, undefined],
    ['/healthz', 404, undefined],
    ['/health?x', 404, undefined],
    ['/api?x', 404, undefined],
    ['/api/v1/nothing', 404, undefined],
  ])('%s', async (path, status, body) => {
    const answer = await fastify.inject(path);
    expect(answer.statusCode).toBe(status);
    if (body !== undefined) expect(answer.body).toBe(body);
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
    ['identity', undefined, plain],
    [undefined, undefined, plain],
  ])('a browser that reads %s is sent %s', async (accepted, encoding, unpack) => {
    const headers = accepted ? { 'accept-encoding': accepted } : {};
    const answer = await fastify.inject({ url: ASSET, headers });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(answer.headers.vary).toContain('accept-encoding');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(unpack(answer.rawPayload).toString()).toBe(SCRIPT);
    const again = await fastify.inject({ url: ASSET, headers: { ...headers, 'if-none-match': answer.headers.etag } });
    expect(again.statusCode).toBe(304);
  });

  it('gives each form its own ETag, and never lets the page itself grow old', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (accepted) => {
        const { headers } = await fastify.inject({ url: ASSET, headers: { 'accept-encoding': accepted } });
        return headers.etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
    expect((await fastify.inject('/calls')).headers['cache-control']).toBe('no-cache');
  });
});
