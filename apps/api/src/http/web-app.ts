import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance } from 'fastify';

const DAY_SECONDS = 24 * 60 * 60;

/** What load balancers ask by habit: a page would tell them that all is well. The real ones are below `/api/health/`. */
const PROBED = ['/health', '/healthz', '/livez', '/readyz', '/ready', '/live', '/status', '/ping'];

/**
 * Serves the screens from the same origin as the API, as the build compressed them. Every address that is no file is the app's own: it
 * shows what belongs there. Only below `/assets/` is a file that is missing a 404, so that a page of an older version learns it at once.
 */
export async function serveWebApp(fastify: FastifyInstance, dir: string): Promise<void> {
  if (!existsSync(join(dir, 'index.html'))) return;
  const options = { root: dir, serve: false, cacheControl: false, preCompressed: true, decorateReply: true };
  await fastify.register(fastifyStatic, options);
  fastify.get('/*', (request, reply) => {
    // Not by URL: `//` is an address that it refuses.
    const [path = '/'] = request.url.split('?', 1);
    if (/^\/(api|scim)(\/|$)/.test(path) || PROBED.includes(path)) return reply.callNotFound();
    const asset = /^\/(?:assets\/)?[\w.-]+\.\w+$/.test(path) && existsSync(join(dir, path));
    // Built assets carry a hash in their name; the page itself must always be the newest.
    const hashed = path.startsWith('/assets/');
    if (hashed && !asset) return reply.callNotFound();
    void reply.header('cache-control', hashed ? `public, max-age=${365 * DAY_SECONDS}, immutable` : 'no-cache');
    return reply.sendFile(asset ? path : 'index.html');
  });
}
