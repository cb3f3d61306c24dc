import { type FastifyReply, type FastifyRequest } from 'fastify';
import { idInAddress, type DeclaredRoute } from '#contracts';
import { type Asked } from './asked.js';
import { apiRefusals } from '../refusals.js';

/**
 * Reads a request through the route's declaration. What cannot be the part of an address that it should be names nothing.
 *
 * @throws ZodError where query or body do not have the right shape
 * @throws DomainError `not_found` | `not_signed_in`
 */
export function readAsked<R extends DeclaredRoute>(route: R, request: FastifyRequest, reply: FastifyReply): Asked<R> {
  const { asker } = request;
  if (!asker && !('public' in route.access)) throw apiRefusals.not_signed_in();
  return {
    ...partsOf(route, request.params as Record<string, string>),
    ...(route.query && { query: route.query.parse(request.query) }),
    ...(route.body && { body: route.body.parse(request.body) }),
    ...(asker && { asker }),
    request,
    reply,
  } as Asked<R>;
}

function partsOf({ params }: DeclaredRoute, parts: Record<string, string>): Record<string, unknown> {
  const read = Object.entries(parts).map(([name, text]) => {
    const { success, data } = (params?.[name] ?? idInAddress).safeParse(text);
    if (!success) throw apiRefusals.not_found();
    return [name, data];
  });
  return Object.fromEntries(read) as Record<string, unknown>;
}
