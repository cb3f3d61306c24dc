import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { clientErrors } from './send-problem.js';

export interface BodyDeadline {
  withinMs: number;
  /** Long bodies that watch over themselves. */
  exempt(request: FastifyRequest): boolean;
}

const TOO_SLOW = Object.assign(new Error('the body did not arrive in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/** Answers a request whose body has not arrived in time with 408, and ends its connection: dripping a byte now and then must not hold it open. */
export function endSlowBodies(fastify: FastifyInstance, { withinMs, exempt }: BodyDeadline): void {
  fastify.addHook('onRequest', async (request) => {
    const { raw } = request;
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = raw.headers;
    if ((length === '0' && encoding === undefined) || exempt(request)) return;
    const timer = setTimeout(() => clientErrors(TOO_SLOW, raw.socket), withinMs);
    for (const over of ['end', 'close']) raw.once(over, () => clearTimeout(timer));
  });
}
