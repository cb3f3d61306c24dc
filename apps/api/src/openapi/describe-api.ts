import { ROUTES, type DeclaredRoute } from '#contracts';
import { describeRoutes } from './describe-routes.js';

export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, object>;
  components: { schemas: Record<string, object>; [other: string]: object };
  [other: string]: unknown;
}

/** The OpenAPI 3.1 document: every route with its schemas, its errors, and who may use it (`x-access`). From the declarations alone. */
export function describeApi(routes: readonly DeclaredRoute[] = ROUTES): OpenApiDocument {
  const { paths, components } = describeRoutes(routes);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shouwen 首问',
      description:
        'Recorded calls, their words and their scores. Every route needs a session unless x-access says public; one that asks for a permission that tokens can carry takes a token instead.',
      version: '1',
    },
    paths,
    components: { ...components, securitySchemes: { cookie: COOKIE, token: TOKEN } },
  };
}

const COOKIE = {
  type: 'apiKey',
  in: 'cookie',
  name: 'sw_session',
  description: 'Served by https it is called `__Host-sw_session`.',
};
const TOKEN = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'API token',
  description: 'An API token: docs/how-to/use-the-api.md.',
};
