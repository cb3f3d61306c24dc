import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { tokenScopeSchema } from '#contracts';
import { type AccessRule } from '../access/access.decorator.js';
import { needsWholeCompany } from '../access/company-routes.js';
import { PROBLEM_CONTENT, ProblemDto } from './api-problem.js';
import { UploadMetadataDto } from '../ingest/upload-body.js';
import { withContractSchemas } from './contract-schemas.js';
import { dtoClassesOf } from './dto-classes.js';

type Operation = OpenAPIObject['paths'][string]['get'] & { 'x-access'?: AccessRule & { wholeCompany?: true } };

/** The OpenAPI 3.1 document: every route with its schemas, its errors, and who may use it (`x-access`). */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Shouwen 首问')
    .setDescription(
      'Recorded calls, their words and their scores. Every route needs a session unless x-access says public; one that asks for a permission that tokens can carry takes a token instead.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('sw_session')
    .addBearerAuth(
      { type: 'http', bearerFormat: 'API token', description: 'An API token: docs/how-to/use-the-api.md.' },
      'token',
    )
    .build();
  const written = SwaggerModule.createDocument(app, about, {
    extraModels: [ProblemDto, UploadMetadataDto],
    operationIdFactory,
  });
  const document = cleanupOpenApiDoc(written, { version: '3.1' });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'delete', 'patch'] as const) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      describeErrors(path, operation);
      describeReach(`${method.toUpperCase()} ${path}`, operation);
    }
  }
  return withContractSchemas(document, dtoClassesOf(app));
}

/** `CallsController.list` → `callsList`. */
const operationIdFactory = (controller: string, method: string): string =>
  `${controller.charAt(0).toLowerCase()}${controller.slice(1).replace(/Controller$/, '')}${method.charAt(0).toUpperCase()}${method.slice(1)}`;

/** The failures that follow from a route's shape; what only it can answer, it declares itself. */
function describeErrors(path: string, operation: NonNullable<Operation>): void {
  const rule = operation['x-access'];
  const protectedRoute = rule !== undefined && !('public' in rule);
  const statuses = [
    ...(operation.requestBody || operation.parameters?.some((p) => 'in' in p && p.in === 'query') ? [400] : []),
    ...(protectedRoute ? [401] : []),
    ...(rule && 'permission' in rule ? [403] : []),
    ...(path.includes('{') ? [404] : []),
    ...(path.startsWith('/api/v1/') ? [429] : []),
    500,
  ];
  for (const status of statuses)
    operation.responses[status] ??= { description: DESCRIPTIONS[status] ?? '', content: PROBLEM_CONTENT };
  const byToken = rule !== undefined && 'permission' in rule && tokenScopeSchema.safeParse(rule.permission).success;
  operation.security = protectedRoute ? [{ cookie: [] }, ...(byToken ? [{ token: [] }] : [])] : [];
}

/** Says of a route that concerns the whole company that its permission must reach the whole company. */
function describeReach(route: string, operation: NonNullable<Operation>): void {
  const [method = '', url = ''] = route.replace(/\{(\w+)\}/g, ':$1').split(' ');
  const rule = operation['x-access'];
  if (rule && needsWholeCompany(method, url)) operation['x-access'] = { ...rule, wholeCompany: true };
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'The request does not have the right shape.',
  401: 'You are not signed in.',
  403: 'The account does not hold the permission.',
  404: 'It does not exist, or may not be seen by this account.',
  429: 'Too many requests; Retry-After says how long to wait.',
  500: 'Our fault; the reference finds the log line.',
};
