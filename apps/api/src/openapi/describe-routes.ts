import {
  idInAddress,
  problemSchema,
  statusOf,
  tokenScopeSchema,
  uploadMetadataSchema,
  usualRefusals,
  type DeclaredRoute,
} from '#contracts';
import { knownRefusal, type KnownRefusal } from '../http/known-refusals.js';
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
  return { paths, components: { schemas: components.schemas, responses: sharedRefusals(routes) } };
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

/** The failures of a route: those that follow from its shape refer to what all routes share, its own say their words. */
function refusalsOf(route: DeclaredRoute): Json {
  const own = (route.refusals ?? []).map((code) => knownRefusal(code, route.id));
  const all = [...usualRefusals(route).map((code) => knownRefusal(code, route.id)), ...own];
  const statuses = [...new Set(all.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const here = own.filter((one) => one.status === status);
      const codes = all.filter((one) => one.status === status).map(({ code }) => code);
      return [status, here.length > 0 ? refusal(codes, here) : { $ref: `#/components/responses/Refused${status}` }];
    }),
  );
}

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** An answer that refuses with one of these codes. @param told those whose words it says */
function refusal(codes: readonly string[], told: readonly KnownRefusal[]): Json {
  const description = told
    .map(({ code, words }) => `\`${code}\`: ${words.map(({ en }) => en).join(' / ')}`)
    .join('\n\n');
  const schema = { allOf: [PROBLEM, { properties: { code: { enum: [...codes] } } }] };
  return { description, content: { 'application/problem+json': { schema } } };
}

/** By status, what any route may refuse with because of its shape. */
function sharedRefusals(routes: readonly DeclaredRoute[]): Json {
  const usual = [...new Set(routes.flatMap(usualRefusals))].map((code) => knownRefusal(code, 'any route'));
  const statuses = [...new Set(usual.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const told = usual.filter((one) => one.status === status);
      return [
        `Refused${status}`,
        refusal(
          told.map(({ code }) => code),
          told,
        ),
      ];
    }),
  );
}
