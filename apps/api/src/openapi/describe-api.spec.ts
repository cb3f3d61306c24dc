import { z } from 'zod';
import { problemsOf } from '../../../../test/support/openapi-rules.js';
import { ROUTES, type AccessRule } from '#contracts';
import { describeApi, type OpenApiDocument } from './describe-api.js';
import { describeRoutes } from './describe-routes.js';

interface Body {
  content?: Record<string, { schema?: object }>;
}

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  responses: Record<string, Body>;
  requestBody?: Body;
  security: object[];
  parameters?: { in: string }[];
  'x-access': AccessRule;
}

let document: OpenApiDocument;
let operations: { route: string; operation: Operation }[];

beforeAll(() => {
  document = describeApi();
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
});

const routesWhere = (wrong: (operation: Operation, route: string) => boolean) =>
  operations.filter(({ operation, route }) => wrong(operation, route)).map(({ route }) => route);

describe('the description of the API', () => {
  it('keeps the rules of OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await problemsOf(document)).toEqual([]);
  });

  it('is found wanting when something is missing in it', async () => {
    const { Problem: _, ...schemas } = document.components?.schemas ?? {};
    const broken = { ...document, components: { ...document.components, schemas } };
    expect((await problemsOf(broken))[0]).toMatch(/resolve/);
  });

  it('gives every route a tag, and says who may use it', () => {
    expect(operations.length).toBeGreaterThan(20);
    expect(routesWhere(({ tags, 'x-access': access }) => !tags?.length || !access)).toEqual([]);
  });

  it('says in a line what every route is for, and of no two the same', () => {
    expect(routesWhere(({ summary }) => !summary || summary.length > 100 || /[\n.]$/.test(summary))).toEqual([]);
    const summaries = operations.map(({ operation }) => `${operation.tags?.[0]}: ${operation.summary}`);
    expect(summaries.filter((summary, at) => summaries.indexOf(summary) !== at)).toEqual([]);
  });

  it('gives every answer with a body its shape', () => {
    const shapeless = ({ content }: Body) =>
      Object.entries(content ?? {}).some(([type, { schema }]) => /json/.test(type) && !schema);
    const silent = ([status, { content }]: [string, Body]) =>
      /^20[01236]$/.test(status) && !Object.keys(content ?? {}).length;
    const wrong = ({ responses, requestBody = {} }: Operation) =>
      [requestBody, ...Object.values(responses)].some(shapeless) || Object.entries(responses).some(silent);
    expect(routesWhere(wrong)).toEqual([]);
  });

  it('says how every route refuses', () => {
    const refuses = ({ responses }: Operation) => Object.keys(responses).some((status) => status.startsWith('4'));
    const takes = ({ parameters = [], requestBody }: Operation) => parameters.length > 0 || requestBody !== undefined;
    expect(routesWhere((op) => !('public' in op['x-access'] && !takes(op)) && !refuses(op))).toEqual([]);
    expect(routesWhere((op) => !op.responses['500'])).toEqual([]);
  });

  it('asks for a session exactly where the access rule does', () => {
    expect(routesWhere((op) => 'public' in op['x-access'] !== (op.security.length === 0))).toEqual([]);
  });

  it('asks for a name for every shape', () => {
    const [route] = ROUTES.filter(({ answer }) => answer && !('file' in answer));
    const nameless = { ...route!, answer: z.object({ shape: z.literal('of its own') }) };
    expect(() => describeRoutes([nameless])).toThrow(/export this schema from contracts.*of its own/);
  });

  it('writes what may be null as such', () => {
    const list = document.components?.schemas?.['CallList'] as { properties: Record<string, object> };
    expect(list.properties['nextCursor']).toEqual({ type: ['string', 'null'] });
  });
});

it('says what is deprecated, and keeps its name', () => {
  const { CallDetail } = document.components.schemas as Record<string, { properties: Record<string, object> }>;
  expect(CallDetail?.properties['may']).toEqual({ $ref: '#/components/schemas/CallMay', deprecated: true });
  expect(CallDetail?.properties['legs']).not.toHaveProperty('deprecated');
});
