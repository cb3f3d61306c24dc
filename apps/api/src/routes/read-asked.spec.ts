import { type FastifyReply, type FastifyRequest } from 'fastify';
import { checklistsRoutes, healthRoutes, holdsRoutes, webhookDeliveriesRoutes, type DeclaredRoute } from '#contracts';
import { type Asker } from '#people';
import { readAsked } from './read-asked.js';

const ID = '0197C3D4-0000-7000-8000-0000000000AB';
const asker = { personId: 'somebody' } as Asker;
const reply = {} as FastifyReply;
const read = <R extends DeclaredRoute>(route: R, request: object) =>
  readAsked(route, { params: {}, query: {}, asker, ...request } as FastifyRequest, reply);

describe('reading a request through its declaration', () => {
  it('gives the parts of the address by name, ids in small letters', () => {
    expect(read(holdsRoutes.detail, { params: { holdId: ID } })).toMatchObject({ asker, holdId: ID.toLowerCase() });
    const params = { checklistId: 'quality-2026', version: '12' };
    expect(read(checklistsRoutes.version, { params })).toMatchObject({ checklistId: 'quality-2026', version: 12 });
  });

  it.each<{ route: DeclaredRoute; params: Record<string, string> }>([
    { route: holdsRoutes.detail, params: { holdId: 'count' } },
    ...['newest', '1e3', '05', '0x10', ' 5', '0'].map((version) => ({
      route: checklistsRoutes.version,
      params: { checklistId: 'quality-2026', version },
    })),
    { route: checklistsRoutes.version, params: { checklistId: '../etc', version: '1' } },
  ])('finds nothing where a part cannot be what it should be: $route.id', ({ route, params }) => {
    expect(() => read(route, { params })).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('gives query and body as their schemas read them, and nothing that the route does not have', () => {
    const params = { endpointId: ID };
    const asked = read(webhookDeliveriesRoutes.list, { params, query: { limit: '5' }, body: { stray: true } });
    expect(asked).toMatchObject({ query: { limit: 5 } });
    expect(asked).not.toHaveProperty('body');
  });

  it('refuses a query or a body of another shape', () => {
    const body = { callIds: 'all' };
    expect(() => read(holdsRoutes.preview, { body })).toThrow(expect.objectContaining({ name: 'ZodError' }));
    const query = { callId: 'x' };
    expect(() => read(holdsRoutes.list, { query })).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });

  it('asks for a session wherever the route is not public', () => {
    const signedOut = { asker: undefined };
    expect(() => read(holdsRoutes.list, signedOut)).toThrow(expect.objectContaining({ code: 'not_signed_in' }));
    expect(read(healthRoutes.live, signedOut)).not.toHaveProperty('asker');
  });
});
