/*
 * SCIM 2.0 (RFC 7643, 7644) below /scim/v2: people and groups as a company's directory keeps them. It is no route of the product's own
 * declaration (ADR 0098): its bodies, errors, filters and types are the standard's. The guard is the same: an API token, its scope, the
 * company's whole reach, the budget of tokens; a session is not taken.
 */
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { accessRefusal, apiRefusals, bearerToken, RateLimits, refusalOf, STATUS } from '#api';
import { type AccessRule } from '#contracts';
import { DirectoryRefusals, ProvisionedGroups, ProvisionedPeople, TokenService, type Asker } from '#people';
import { Clock, DomainError, LOGGER, type Logger } from '#platform';
import { discovery } from './discovery.js';
import { answerList, listQuerySchema, searchSchema, shown } from './list.rules.js';
import { scimGroups } from './scim-groups.js';
import { scimUsers, type Kept } from './scim-users.js';
import { errorBody, ScimError, scimRefusal } from './scim-error.js';
import { patched, patchSchema, type Resource } from './patch.rules.js';

const TYPE = 'application/scim+json; charset=utf-8';
const BODY_TYPES = ['application/scim+json', 'application/json'];
export const SCIM_PATH = '/scim/v2';
const RULE = { permission: 'people.provision', reach: 'company' } as const satisfies AccessRule;

export async function serveScim(fastify: FastifyInstance, app: NestFastifyApplication): Promise<void> {
  const asks = new WeakMap<FastifyRequest, Asker>();
  const logger = app.get<Logger>(LOGGER);
  await fastify.register(
    async (scim) => {
      scim.removeAllContentTypeParsers();
      scim.addContentTypeParser(BODY_TYPES, { parseAs: 'string' }, (_request, body, done) => {
        try {
          done(null, body === '' ? undefined : JSON.parse(body as string));
        } catch {
          done(scimRefusal(400, 'invalidSyntax', 'The body is no JSON.'));
        }
      });
      scim.setErrorHandler(async (error, request, reply) => {
        // Of who had no right to ask nothing is kept: strangers are not to fill a table.
        if (asks.has(request) && inScim(error).status !== 404)
          await app.get(DirectoryRefusals).note(refusedTo(request, error));
        return answerError(error, request, reply, logger);
      });
      scim.addHook('onRequest', async (request, reply) => {
        void reply.header('content-type', TYPE).header('cache-control', 'no-store');
        asks.set(request, await whoAsks(app, request, reply));
      });
      scim.setNotFoundHandler((_request, reply) =>
        send(reply, 404, errorBody(scimRefusal(404, null, 'There is nothing here.'))),
      );
      serveDiscovery(scim);
      const asker = (request: FastifyRequest) => asks.get(request) as Asker;
      const [users, groups] = [scimUsers(app.get(ProvisionedPeople)), scimGroups(app.get(ProvisionedGroups))];
      serveKept(scim, '/Users', users, asker);
      serveKept(scim, '/Groups', groups, asker);
      scim.post('/.search', async (request, reply) => {
        const base = baseOf(request);
        const all = [...(await users.all(base)), ...(await groups.all(base))];
        return send(reply, 200, answerList(all, searchSchema.parse(request.body)));
      });
    },
    { prefix: SCIM_PATH },
  );
}

async function whoAsks(app: NestFastifyApplication, request: FastifyRequest, reply: FastifyReply): Promise<Asker> {
  const limits = app.get(RateLimits);
  const bearer = bearerToken(request.headers.authorization);
  const answer = bearer === null ? null : await app.get(TokenService).find(bearer, request.ip);
  await limits.take(request, reply, { rule: RULE, asker: answer?.found ? answer.asker : null });
  if (!answer) throw apiRefusals.not_signed_in();
  if (!answer.found)
    throw answer.reason === 'address' ? apiRefusals.token_from_elsewhere() : apiRefusals.token_unknown();
  const refused = accessRefusal({ rule: RULE, method: request.method, now: app.get(Clock).now() }, answer.asker);
  if (refused !== null) throw refusalOf(refused);
  return answer.asker;
}

const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}${SCIM_PATH}`;

const send = (reply: FastifyReply, status: number, body: Resource): FastifyReply =>
  reply.code(status).header('content-type', TYPE).send(JSON.stringify(body));

function serveDiscovery(scim: FastifyInstance): void {
  const list = (all: Resource[]): Resource => ({
    ...{ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: all.length, startIndex: 1 },
    ...{ itemsPerPage: all.length, Resources: all },
  });
  refuseOthers(scim, '/ServiceProviderConfig', ['GET']);
  scim.get('/ServiceProviderConfig', (request, reply) => send(reply, 200, discovery(baseOf(request)).config));
  for (const [path, kind] of [
    ['/Schemas', 'schemas'],
    ['/ResourceTypes', 'types'],
  ] as const) {
    for (const url of [path, `${path}/:id`]) refuseOthers(scim, url, ['GET']);
    scim.get(path, (request, reply) => {
      if ((request.query as Resource)['filter'] !== undefined)
        throw scimRefusal(403, null, 'This list takes no filter.');
      return send(reply, 200, list(discovery(baseOf(request))[kind]));
    });
    scim.get(`${path}/:id`, (request, reply) => {
      const { id } = request.params as { id: string };
      const found = discovery(baseOf(request))[kind].find((one) => one.id === id);
      if (!found) throw scimRefusal(404, null, 'There is nothing here.');
      return send(reply, 200, found);
    });
  }
}

/** Ways that an address does not take (RFC 9110 §15.5.6). */
function refuseOthers(scim: FastifyInstance, url: string, taken: readonly Way[]): void {
  scim.route({
    method: WAYS.filter((way) => !taken.includes(way)),
    url,
    handler: (_request, reply) => {
      void reply.header('allow', taken.join(', '));
      throw scimRefusal(405, null, `Only ${taken.join(', ')} here.`);
    },
  });
}
const WAYS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Way = (typeof WAYS)[number];

/** The six ways to a kind of resource. */
function serveKept(scim: FastifyInstance, path: string, kept: Kept, askerOf: (request: FastifyRequest) => Asker): void {
  const idOf = ({ params }: FastifyRequest) => (params as { id: string }).id;
  const answer = (request: FastifyRequest, reply: FastifyReply, status: number, resource: Resource) => {
    const { version, location } = resource['meta'] as { version: string; location: string };
    void reply.header('etag', version);
    if (status === 201) void reply.header('location', location);
    return send(reply, status, shown(resource, listQuerySchema.parse(request.query)));
  };
  refuseOthers(scim, path, ['GET', 'POST']);
  refuseOthers(scim, `${path}/:id`, ['GET', 'PUT', 'PATCH', 'DELETE']);
  scim.get(path, async (request, reply) => {
    return send(reply, 200, await kept.list(baseOf(request), listQuerySchema.parse(request.query)));
  });
  scim.post(`${path}/.search`, async (request, reply) =>
    send(reply, 200, await kept.list(baseOf(request), searchSchema.parse(request.body))),
  );
  scim.post(path, async (request, reply) => {
    const id = await kept.create(request.body, askerOf(request));
    return answer(request, reply, 201, await kept.one(id, baseOf(request)));
  });
  scim.get(`${path}/:id`, async (request, reply) => {
    const resource = await kept.one(idOf(request), baseOf(request));
    const { version } = resource['meta'] as { version: string };
    if (names(request.headers['if-none-match'], version)) return reply.code(304).header('etag', version).send();
    return answer(request, reply, 200, resource);
  });
  scim.put(`${path}/:id`, async (request, reply) => {
    await unchanged(kept, request);
    await kept.replace(idOf(request), request.body, askerOf(request));
    return answer(request, reply, 200, await kept.one(idOf(request), baseOf(request)));
  });
  scim.patch(`${path}/:id`, async (request, reply) => {
    const before = await unchanged(kept, request);
    const { Operations } = patchSchema.parse(request.body);
    await kept.replace(idOf(request), patched(before, Operations), askerOf(request), before);
    return answer(request, reply, 200, await kept.one(idOf(request), baseOf(request)));
  });
  scim.delete(`${path}/:id`, async (request, reply) => {
    await unchanged(kept, request);
    await kept.remove(idOf(request), askerOf(request));
    return reply.code(204).removeHeader('content-type').send();
  });
}

/** The resource as it is, if it is as the caller last saw it. */
async function unchanged(kept: Kept, request: FastifyRequest): Promise<Resource> {
  const { id } = request.params as { id: string };
  const resource = await kept.one(id, baseOf(request));
  const { version } = resource['meta'] as { version: string };
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && !names(wanted, version))
    throw scimRefusal(412, null, 'It was changed meanwhile: read it again.');
  return resource;
}

const names = (header: string | undefined, version: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim() === '*' || plain(one) === plain(version));
const plain = (tag: string): string => tag.trim().replace(/^W\//, '');

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  const said = inScim(error);
  if (said.status >= 500) logger.error({ err: error, ref: request.id }, 'a request of a directory failed');
  if (said.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (error instanceof DomainError && error.details.retryAfterSeconds !== undefined)
    void reply.header('retry-after', error.details.retryAfterSeconds);
  return send(reply, said.status, errorBody(said));
}

/** What is kept of a refusal: no words of the request, which may name people. */
function refusedTo({ method, url }: FastifyRequest, error: unknown) {
  const resource = /\/Users\b/.test(url) ? 'user' : /\/Groups\b/.test(url) ? 'group' : 'other';
  const { status, scimType } = inScim(error);
  const code = error instanceof DomainError ? error.code : (scimType ?? String(status));
  return { method, resource, status, code } as const;
}

/** Any failure as SCIM says it. Of what is our own fault nothing is told: it is in the log. */
function inScim(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  if (error instanceof ZodError) {
    const told = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return scimRefusal(400, 'invalidValue', told);
  }
  if (error instanceof DomainError) {
    const taken = /_taken$/.test(error.code);
    return scimRefusal(
      taken ? 409 : STATUS[error.kind],
      taken ? 'uniqueness' : null,
      `${error.words.en} [${error.code}]`,
    );
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode !== undefined && statusCode < 500)
    return scimRefusal(statusCode, statusCode === 400 ? 'invalidSyntax' : null, (error as Error).message);
  return scimRefusal(500, null, 'The server failed. It is in its log.');
}
