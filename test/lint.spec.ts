import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CHECKOUT } from './support/checkout.js';

let house: string;
afterAll(() => rm(house, { recursive: true }));

/** Put together here, so that a search for tests that run alone does not find this one. */
const ALONE = ['describe', 'only'].join('.');

/** Each file breaks every rule that is named above it, and no other. */
const PLANTED: Record<string, [rules: string, source: string]> = {
  'test/any.spec.ts': [
    `no-var prefer-const prefer-rest-params prefer-spread no-array-constructor no-unused-expressions no-unused-vars
     no-restricted-properties ban-ts-comment no-duplicate-enum-values no-empty-object-type no-explicit-any
     no-extra-non-null-assertion no-misused-new no-namespace no-non-null-asserted-optional-chain no-require-imports no-this-alias
     no-unnecessary-type-constraint no-unsafe-declaration-merging no-unsafe-function-type no-wrapper-object-types prefer-as-const
     prefer-namespace-keyword triple-slash-reference no-floating-promises no-misused-promises await-thenable
     consistent-type-imports max-lines max-params`,
    `/// <reference path="./types" />
     import { Shape } from './shape';
     // @ts-ignore
     export var first = 1;
     let second = 2;
     export const all = function () { return [...arguments, second]; };
     export const most = (many: number[]) => Math.max.apply(Math, many);
     export const pair = new Array(1, 2);
     export enum Twice { A = 1, B = 1 }
     export type Nothing = {};
     export const some: any = 1;
     export const sure = some!!;
     export interface Made { new (): Made; constructor(): void }
     export namespace Space { export const inside = 1; }
     export const maybe = some?.x!;
     export const fs = require('fs');
     export class Itself { own() { const self = this; return self; } }
     export function same<T extends any>(value: T) { return value; }
     export interface Merged { a: 1 }
     export class Merged {}
     export const call: Function = () => 1;
     some;
     const unused = 1;
     export const wrapped: String = 'a';
     export const literal = 'x' as 'x';
     export module Old { export const inside = 1; }
     export async function later() { return 1; }
     later();
     [1].forEach(async () => { await later(); });
     export async function waits() { await 5; }
     export const shape: Shape | null = null;
     ${ALONE}('one', () => {});
     export const six = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) => [a, b, c, d, e, f];
     ${'export {};\n'.repeat(230)}`,
  ],
  'apps/api/service.ts': [
    'no-console max-lines-per-function',
    `export function long() { console.log(1);\n${'long();\n'.repeat(61)} }`,
  ],
  'apps/web/sometimes.tsx': [
    'rules-of-hooks consistent-type-imports',
    `import { useState } from 'react';
     import { Shape } from './shape';
     export function Sometimes(props: { shape: Shape | null }) { if (props.shape) useState(1); return null; }`,
  ],
};

it('the linter finds each rule broken where it is planted, those about types and hooks too', async () => {
  house = await mkdtemp(join(tmpdir(), 'shouwen-lint-'));
  await symlink(join(CHECKOUT, 'node_modules'), join(house, 'node_modules'));
  await copyFile(join(CHECKOUT, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
  const config = {
    compilerOptions: { strict: true, target: 'es2023', module: 'nodenext', jsx: 'preserve', types: [] },
  };
  await writeFile(join(house, 'tsconfig.json'), JSON.stringify(config));
  for (const [file, [, source]] of Object.entries(PLANTED)) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), source);
  }
  const lint = promisify(execFile)(join(CHECKOUT, 'node_modules/.bin/oxlint'), ['-f', 'json'], { cwd: house });
  const { code, stdout } = (await lint.catch((error: unknown) => error)) as { code: number; stdout: string };
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  for (const [file, [rules]] of Object.entries(PLANTED)) {
    const found = diagnostics.filter(({ filename }) => filename === file).map(({ code }) => /\((.+)\)/.exec(code)?.[1]);
    expect([file, [...new Set(found)].sort()]).toEqual([file, rules.split(/\s+/).sort()]);
  }
});
