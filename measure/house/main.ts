/**
 * `npm run house`: lines and files by kind and room, how many files are short, and in how many places a thing is said that one adds often.
 * Counts tracked files as they lie in the working tree; code without tests, locales and migrations.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { LEG_FACTS } from '#contracts';
import { NOTIFICATIONS } from '#notifications/rules';
import { countBy, kindOf, roomOf, said, SHORT_LINES, thingsIn, type Count, type HouseFile } from './house.rules.js';

const ROOT = new URL('../../../', import.meta.url);
const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 });

const paths = git('ls-files', '-z').split('\0').filter(Boolean);
const files: HouseFile[] = paths
  .filter((path) => kindOf(path) !== 'data')
  .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));
const code = files.filter(({ path }) => kindOf(path) === 'code');

const row = (name: string, { lines, files: of, short }: Count) =>
  `${name.padEnd(24)}${String(lines).padStart(9)}${String(of).padStart(8)}${String(short).padStart(8)}`;
const print = (line = '') => process.stdout.write(`${line}\n`);

print(`${''.padEnd(24)}${'lines'.padStart(9)}${'files'.padStart(8)}${`≤ ${SHORT_LINES}`.padStart(8)}`);
for (const [kind, count] of countBy(files, kindOf)) print(row(kind, count));
print();
for (const [room, count] of countBy(code, roomOf)) print(row(room, count));

const facts = Object.keys(LEG_FACTS).map((name) => [name]);
const notifications = Object.keys(NOTIFICATIONS).map((kind) => [kind]);
const routes = thingsIn(code, /export const (\w+Routes) = defineRoutes/g);
const lists = thingsIn(code, /export const (\w+ListSchema) =/g).map(([schema = '']) => [
  schema,
  schema[0]!.toUpperCase() + schema.slice(1, -'Schema'.length),
]);

print();
print('What one adds often     things  files of each (median)   most');
const things = { 'fact of a leg': facts, 'kind of notification': notifications, 'area of routes': routes, list: lists };
for (const [kind, names] of Object.entries(things)) {
  const { things: count, median, most } = said(code, names);
  print(
    `${kind.padEnd(24)}${String(count).padStart(6)}${String(median).padStart(16)}            ${most[1]}: ${most[0]}`,
  );
}
const named = (pattern: RegExp) => code.filter(({ path }) => pattern.test(path));
const api = ['.controller.ts', '.handlers.ts', '.module.ts', '.query.ts'].map((end) => {
  const { length } = named(new RegExp(`^apps/api/.*${end.replaceAll('.', '\\.')}$`));
  return `${length} ${end}`;
});
print(`In the API: ${api.join(', ')}.`);
