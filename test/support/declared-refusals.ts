import { type FastifyInstance } from 'fastify';
import { ROUTES, usualRefusals, type Problem } from '#contracts';

/**
 * Holds every refusal that a test provokes against the declaration of its route: a code that the route does not declare is kept until the test
 * asks for it. What is refused before there is a route has no declaration.
 */
export class DeclaredRefusals {
  private readonly undeclared = new Set<string>();

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (request, reply, payload) => {
      if (
        reply.statusCode >= 400 &&
        typeof payload === 'string' &&
        /problem/.test(String(reply.getHeader('content-type')))
      )
        this.look(request.method, request.routeOptions.url, JSON.parse(payload) as Problem);
      return payload;
    });
  }

  private look(method: string, url: string | undefined, { code }: Problem): void {
    const path = url?.replace(/:(\w+)/g, '{$1}');
    const route = ROUTES.find((one) => one.method === method && one.path === path);
    if (!route) return;
    const declared: readonly string[] = [...usualRefusals(route), ...(route.refusals ?? [])];
    if (!declared.includes(code)) this.undeclared.add(`${route.id}: ${code}`);
  }

  /** @throws where a route refused with a code that its declaration does not name */
  check(): void {
    if (this.undeclared.size === 0) return;
    const named = [...this.undeclared].toSorted().join('; ');
    throw new Error(`Refusals that their routes do not declare (libs/contracts/src/http/*.routes.ts): ${named}.`);
  }
}
