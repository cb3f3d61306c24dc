#!/usr/bin/env node
// `npm run api:types`: writes apps/web/src/data/api-types.ts from the API's own description. Compiles first; needs no services.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
export const TYPES_FILE = join(root, 'apps/web/src/data/api-types.ts');

const HEAD = `/* eslint-disable */
// Written by \`npm run api:types\` from the API's own description. Do not edit: change the contract or the controller, and run it again.

`;

// The rules of the specification come with the generator, which checks by them as well.
const require = createRequire(import.meta.url);
const { createConfig, lintFromString } = createRequire(require.resolve('openapi-typescript'))('@redocly/openapi-core');
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
};

/** What the OpenAPI 3.1 specification has against a document: one line for each problem, none for a good one. */
export async function problemsOf(document) {
  const config = await createConfig({ extends: ['spec'], rules: RULES });
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: '/openapi.json', config });
  return found.map(({ message, location }) => `${location[0]?.pointer}: ${message}`);
}

/** The module that holds every path, parameter, body and answer of an OpenAPI document, formatted like the rest of the code. */
export async function typesOf(document) {
  const code = astToString(
    await openapiTypes(document, { alphabetize: true, defaultNonNullable: false, silent: true }),
  );
  return format(HEAD + code, { ...(await resolveConfig(TYPES_FILE)), filepath: TYPES_FILE });
}

function run(args, stdout) {
  const options = { cwd: root, stdio: ['ignore', stdout, 'inherit'], encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 };
  const { status, error, stdout: text } = spawnSync(process.execPath, args, options);
  if (error) throw error;
  return { status, text };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // A type error elsewhere is told, but changes nothing in the description: screens that wait for these types must not block them.
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], 'inherit');
  const { status, text } = run(['dist/apps/api/src/openapi/print.js'], 'pipe');
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(TYPES_FILE, await typesOf(JSON.parse(text)));
}
