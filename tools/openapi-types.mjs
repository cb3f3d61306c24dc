#!/usr/bin/env node
// `npm run api:types`: writes apps/web/src/data/api-types.ts from the API's own description. Compiles first; needs no services.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
export const TYPES_FILE = join(root, 'apps/web/src/data/api-types.ts');

const HEAD = `/* eslint-disable */
// Written by \`npm run api:types\` from the API's own description. Do not edit: change the contract or the controller, and run it again.

`;

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
