import helmet from '@fastify/helmet';
import { type FastifyInstance } from 'fastify';
import { type Env } from '#platform';
import { bearerToken } from '../access/access.guard.js';
import { problemOf } from './problem.js';
import { isSameOriginOrSafe } from './same-origin.rules.js';
import { askedBy, sendProblem } from './send-problem.js';
import { apiRefusals } from '../refusals.js';

/** Headers that keep a page to its own origin, the origin check of unsafe methods, and no caching of anything that the API says. */
export async function secureHttp(fastify: FastifyInstance, { cookieSecure }: Pick<Env, 'cookieSecure'>): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // antd writes its styles into the page as it renders.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'media-src': ["'self'", 'blob:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // Sent over http it would be ignored; sent by a trial installation it would lock other services of the host out of http.
    hsts: cookieSecure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    // No page of another site can send this header without asking first, and where it is sent no cookie is looked at.
    if (bearerToken(request.headers.authorization) !== null) return;
    if (isSameOriginOrSafe(request.method, request.headers)) return;
    sendProblem(reply, problemOf(apiRefusals.other_origin(), askedBy(request)));
    return reply;
  });
}
