import { type FastifyInstance } from 'fastify';
import { type Logger } from '#platform';
import { type Metrics } from '../health/metrics.js';

/** Logs and counts each answered request by the route's pattern, never by its address, query or body, which may name people. */
export function watchRequests(fastify: FastifyInstance, logger: Logger, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, id: ref } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    metrics.answered({ method, route, status }, reply.elapsedTime / 1000);
    logger.info({ method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10, ref }, 'answered');
  });
}
