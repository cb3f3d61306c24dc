import { createConfig, lintFromString } from '@redocly/openapi-core';

const RULES = {
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'error',
  'operation-operationId': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'path-parameters-defined': 'error',
  'path-declaration-must-exist': 'error',
  'security-defined': 'error',
  'no-unused-components': 'error',
} as const;

/** What the OpenAPI 3.1 specification has against a document: one line for each problem, none for a good one. */
export async function problemsOf(document: object): Promise<string[]> {
  const config = await createConfig({ extends: ['spec'], rules: RULES });
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: '/openapi.json', config });
  return found.map(({ message, location }) => `${location[0]?.pointer}: ${message}`);
}
