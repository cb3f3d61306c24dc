import {
  idInAddress,
  problemSchema,
  statusOf,
  tokenScopeSchema,
  uploadMetadataSchema,
  type DeclaredRoute,
} from '#contracts';
import { componentsOf, inlineSchema, type Components, type Shape } from './components.js';
import { type Schemas } from './schema-names.rules.js';

type Json = Record<string, unknown>;

/** The paths and schemas of the OpenAPI document, from the declarations alone. */
export function describeRoutes(routes: readonly DeclaredRoute[]): {
  paths: Record<string, Json>;
  components: { schemas: Schemas; responses: Json };
} {
  const components = componentsOf([...ALWAYS, ...routes.flatMap(shapesOf)]);
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route, components);
  return { paths, components: { schemas: components.schemas, responses: REFUSALS } };
}

/** What every error's body is, and the part of an upload that is no body of its own. */
const ALWAYS: Shape[] = [
  { schema: problemSchema, side: 'output' },
  { schema: uploadMetadataSchema, side: 'input' },
];

const shapesOf = ({ body, answer }: DeclaredRoute): Shape[] => [
  ...(body ? [{ schema: body, side: 'input' as const }] : []),
  ...(answer && !('file' in answer) ? [{ schema: answer, side: 'output' as const }] : []),
];

function operationOf(route: DeclaredRoute, components: Components): Json {
  const { id, summary, description, tag, access } = route;
  const byToken = 'permission' in access && tokenScopeSchema.safeParse(access.permission).success;
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    parameters: parametersOf(route),
    ...bodyOf(route, components),
    responses: { ...answersOf(route, components), ...refusalsOf(route) },
    tags: [tag],
    'x-access': accessOf(route),
    security: 'public' in access ? [] : [{ cookie: [] }, ...(byToken ? [{ token: [] }] : [])],
  };
}

function accessOf({ access }: DeclaredRoute): Json {
  if (!('permission' in access)) return access;
  const { reach, ...rule } = access;
  return reach === 'company' ? { ...rule, wholeCompany: true } : rule;
}

function parametersOf({ path, params, query, headers }: DeclaredRoute): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    schema: inlineSchema(params?.[name] ?? idInAddress),
  }));
  const { properties = {}, required = [] } = query ? inlineSchema(query) : {};
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name) },
    schema,
  }));
  const inHeaders = Object.entries(headers ?? {}).map(([name, description]) => ({
    ...{ name, in: 'header', required: true, description },
    schema: { type: 'string' },
  }));
  return [...inPath, ...inQuery, ...inHeaders];
}

function bodyOf({ body, form }: DeclaredRoute, { refTo }: Components): Json {
  const content = {
    ...(body && { 'application/json': { schema: refTo({ schema: body, side: 'input' }) } }),
    ...(form && { 'multipart/form-data': { schema: form } }),
  };
  return Object.keys(content).length > 0 ? { requestBody: { required: true, content } } : {};
}

function answersOf(route: DeclaredRoute, { refTo }: Components): Json {
  const { answer, also = {} } = route;
  const status = statusOf(route);
  if (!answer) return answers({ 204: 'Done.' }, {});
  if ('file' in answer) {
    const { file, description, schema } = answer;
    const content = { [file.split(';')[0] ?? file]: { schema } };
    return { [status]: { description, content }, ...answers(also, {}) };
  }
  const content = { content: { 'application/json': { schema: refTo({ schema: answer, side: 'output' }) } } };
  return answers({ [status]: 'Done.', ...also }, content);
}

const answers = (told: Record<number, string>, content: object): Json =>
  Object.fromEntries(Object.entries(told).map(([status, description]) => [status, { description, ...content }]));

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The failures that follow from a route's shape; what only it can answer, its declaration says. */
function refusalsOf({ path, access, query, body, form, refusals = {} }: DeclaredRoute): Json {
  const usual = [
    { status: 400, name: 'BadInput', holds: Boolean(query ?? body ?? form) },
    { status: 401, name: 'NotSignedIn', holds: !('public' in access) },
    { status: 403, name: 'Forbidden', holds: 'permission' in access },
    { status: 404, name: 'NotFound', holds: path.includes('{') },
    { status: 429, name: 'TooMany', holds: path.startsWith('/api/v1/') },
    { status: 500, name: 'Ours', holds: true },
  ].filter(({ holds }) => holds);
  const shared = usual.map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }]);
  return { ...Object.fromEntries(shared), ...answers(refusals, { content: PROBLEM }) } as Json;
}

const refusal = (description: string) => ({ description, content: PROBLEM });
const REFUSALS = {
  BadInput: refusal('The request does not have the right shape.'),
  NotSignedIn: refusal('You are not signed in.'),
  Forbidden: refusal('The account does not hold the permission.'),
  NotFound: refusal('It does not exist, or may not be seen by this account.'),
  TooMany: refusal('Too many requests; Retry-After says how long to wait.'),
  Ours: refusal('Our fault; the reference finds the log line.'),
};
