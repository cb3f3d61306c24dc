import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type DeclaredRoute, type ParamsOf, type ReadOf } from '#contracts';
import { type Asker } from '#people';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route that is not public. */
    asker?: Asker;
  }
}

/** What the handler of a route is given: who asks, the parts of the address, query and body as the declaration says. */
export type Asked<R extends DeclaredRoute> = ParamsOf<R> &
  ReadOf<R> &
  (R['access'] extends { public: true } ? unknown : { asker: Asker }) & {
    request: FastifyRequest;
    /** For headers and another status of the answer that the handler returns. */
    reply: FastifyReply;
  };
