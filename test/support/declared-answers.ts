import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ROUTES, usualRefusals, type DeclaredRoute, type Problem } from '#contracts';

const declarationOf = (method: string, url: string | undefined): DeclaredRoute | undefined => {
  const path = url?.replace(/:(\w+)/g, '{$1}');
  return ROUTES.find((one) => one.method === method && one.path === path);
};

/**
 * Holds every answer that a test gets against the declaration of its route: JSON that the declared schema does not take, which a browser would
 * throw away, and codes of refusals that the route does not declare are kept until the test asks for them. What is refused before there is a
 * route has no declaration.
 */
export class DeclaredAnswers {
  private readonly undeclared = new Set<string>();
  private readonly left = new Set<string>();

  /** Leaves what these routes answer alone, for a test that puts into the database what the product never writes. */
  leave(...routes: readonly string[]): void {
    for (const route of routes) this.left.add(route);
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', async (request, reply, payload) => {
      const route = declarationOf(request.method, request.routeOptions.url);
      if (route && typeof payload === 'string') {
        const type = String(reply.getHeader('content-type'));
        if (reply.statusCode >= 400 && /problem/.test(type)) this.refused(route, JSON.parse(payload) as Problem);
        else if (reply.statusCode < 300 && /json/.test(type)) this.answered(route, JSON.parse(payload));
      }
      return payload;
    });
  }

  private refused(route: DeclaredRoute, { code }: Problem): void {
    const declared: readonly string[] = [...usualRefusals(route), ...(route.refusals ?? [])];
    if (!declared.includes(code)) this.undeclared.add(`${route.id}: ${code}`);
  }

  private answered(route: DeclaredRoute, body: unknown): void {
    if (!(route.answer instanceof z.ZodType) || this.left.has(route.id)) return;
    const read = route.answer.safeParse(body);
    const { path, message } = read.error?.issues[0] ?? { path: [] };
    if (!read.success) this.undeclared.add(`${route.id}: ${path.join('.')} ${message}`);
  }

  /** @throws where a route answered what its declaration does not say */
  check(): void {
    if (this.undeclared.size === 0) return;
    const named = [...this.undeclared].toSorted().join('; ');
    throw new Error(`Answers that their routes do not declare (libs/contracts/src/http/*.routes.ts): ${named}.`);
  }
}
