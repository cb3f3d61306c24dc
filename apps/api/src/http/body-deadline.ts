import { type FastifyInstance, type FastifyRequest } from 'fastify';

export interface BodyDeadline {
  withinMs: number;
  /** Long bodies that watch over themselves. */
  exempt(request: FastifyRequest): boolean;
}

/** Ends the connection of a request whose body has not arrived in time: dripping a byte now and then must not hold it open. */
export function endSlowBodies(fastify: FastifyInstance, { withinMs, exempt }: BodyDeadline): void {
  fastify.addHook('onRequest', async (request) => {
    const { raw } = request;
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = raw.headers;
    if ((length === '0' && encoding === undefined) || exempt(request)) return;
    const timer = setTimeout(() => raw.socket.destroy(), withinMs);
    for (const over of ['end', 'close']) raw.once(over, () => clearTimeout(timer));
  });
}
