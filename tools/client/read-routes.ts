import * as contracts from '#contracts';
import { tokenScopeSchema, type DeclaredRoute } from '#contracts';
import { describeApi, type OpenApiDocument } from '../../apps/api/src/openapi/describe-api.js';
import { type JsonSchema } from './write-type.rules.js';

interface Content {
  schema: JsonSchema;
}

/** An operation of the API's description. */
interface Operation {
  operationId: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { content?: Record<string, Content> }>;
}

/** What a client has to know of one route: its declaration, and its shapes as the API's description has them. */
export interface KnownRoute {
  /** Its group (`calls`) and its name there (`list`). */
  group: string;
  name: string;
  declared: DeclaredRoute;
  params: string[];
  query: { name: string; required: boolean; schema: JsonSchema }[];
  headers: string[];
  body: JsonSchema | null;
  form: JsonSchema | null;
  /** null where it answers nothing, or no JSON. */
  answer: JsonSchema | null;
  /** Of a list that is read page by page: the property that holds the rows. */
  rows: string | null;
  /** The scope with which a token may use it; null: a token is refused, or not asked for. */
  scope: string | null;
}

/** Every route, by group, and the shapes that they name. */
export function readRoutes(): { routes: KnownRoute[]; schemas: Record<string, JsonSchema> } {
  const document = describeApi();
  const schemas = document.components.schemas as Record<string, JsonSchema>;
  const operations = operationsOf(document);
  const groups = Object.entries(contracts as Record<string, unknown>).filter(([name]) => name.endsWith('Routes'));
  const routes = groups.flatMap(([name, group]) =>
    Object.entries(group as Record<string, DeclaredRoute>).map(([key, declared]) => {
      const operation = operations.get(declared.id);
      if (!operation) throw new Error(`${declared.id} is not in the API's description`);
      return knownRoute(name.slice(0, -'Routes'.length), key, declared, operation, schemas);
    }),
  );
  return { routes, schemas };
}

function operationsOf({ paths }: OpenApiDocument): Map<string, Operation> {
  const all = Object.values(paths).flatMap((path) => Object.values(path) as Operation[]);
  return new Map(all.map((operation) => [operation.operationId, operation]));
}

function knownRoute(
  group: string,
  name: string,
  declared: DeclaredRoute,
  { parameters, requestBody, responses }: Operation,
  schemas: Record<string, JsonSchema>,
): KnownRoute {
  const named = (where: string) => parameters.filter((one) => one.in === where);
  const answers = declared.answer && !('file' in declared.answer);
  const found = Object.values(responses).find(({ content }) => content?.['application/json'])?.content;
  const answer = answers ? (found?.['application/json']?.schema ?? null) : null;
  return {
    ...{ group, name, declared, answer },
    params: named('path').map((one) => one.name),
    query: named('query'),
    headers: named('header').map((one) => one.name),
    body: requestBody?.content['application/json']?.schema ?? null,
    form: requestBody?.content['multipart/form-data']?.schema ?? null,
    rows: named('query').some((one) => one.name === 'cursor') ? rowsOf(answer, schemas) : null,
    scope: scopeOf(declared),
  };
}

function scopeOf({ access, method }: DeclaredRoute): string | null {
  if (!('permission' in access) || access.stepUp) return null;
  const scope = tokenScopeSchema.safeParse(access.permission).data ?? null;
  return scope?.endsWith('.read') && method !== 'GET' ? null : scope;
}

/** The one list of a page that says where the next begins. */
function rowsOf(answer: JsonSchema | null, schemas: Record<string, JsonSchema>): string | null {
  const { properties = {} } = schemas[answer?.$ref?.split('/').at(-1) ?? ''] ?? {};
  const lists = Object.entries(properties).filter(([, schema]) => schema.type === 'array');
  return properties['nextCursor'] && lists.length === 1 ? (lists[0]?.[0] ?? null) : null;
}
