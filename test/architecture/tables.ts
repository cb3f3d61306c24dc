import ts from 'typescript';
import { isTest, libOf, ORDER } from './directions.js';
import { PUBLISHED, STILL_WRONG_WAY, TABLES_WITHOUT_ENTITY } from './tables-read.js';
import { visit, type Source } from './sources.js';

/** One use of a table in SQL. */
export interface TableUse {
  path: string;
  lib: string;
  table: string;
  owner: string;
  writes: boolean;
}

/** Table → the lib whose entity it is. */
export function ownersOf(sources: readonly Source[]): Map<string, string> {
  const owners = new Map(Object.entries(TABLES_WITHOUT_ENTITY));
  for (const { path, tree } of sources)
    for (const [, table = ''] of tree.text.matchAll(/@Entity\('(\w+)'\)/g)) owners.set(table, libOf(path) ?? 'apps');
  return owners;
}

const USE = /\b(from|join|insert into|update|delete from)\s+(?:only\s+)?([a-z_]+)\b/g;

/** Where a lib's SQL touches a table of another lib. Apps stand above all libs and may join what they show. */
export function sideways(sources: readonly Source[], owners: ReadonlyMap<string, string>): TableUse[] {
  return sources.flatMap(({ path, tree }) => {
    const lib = libOf(path);
    if (!lib || lib === 'database' || isTest(path) || path.endsWith('.fixture.ts')) return [];
    const found: TableUse[] = [];
    visit(tree, (node) => {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
      for (const [, verb = '', table = ''] of node.getText(tree).matchAll(USE)) {
        const owner = owners.get(table);
        if (owner && owner !== lib) found.push({ path, lib, table, owner, writes: verb !== 'from' && verb !== 'join' });
      }
    });
    return found;
  });
}

const said = ({ path, table, owner }: TableUse): string => `${path} → ${table} of ${owner}`;

export const sidewaysWrites = (uses: readonly TableUse[]): string[] => uses.filter(({ writes }) => writes).map(said);

const pairOf = ({ lib, table }: TableUse): string => `${lib} reads ${table}`;

export const readsWrongWay = (uses: readonly TableUse[]): string[] =>
  uses
    .filter((use) => ORDER.indexOf(use.owner) > ORDER.indexOf(use.lib) && !STILL_WRONG_WAY.includes(pairOf(use)))
    .map(said);

const PAIRS = Object.entries(PUBLISHED).flatMap(([lib, tables]) => tables.map((table) => `${lib} reads ${table}`));

/** Reads that are not on the list. */
export const readsUnlisted = (uses: readonly TableUse[]): string[] =>
  uses.filter((use) => !use.writes && !PAIRS.includes(pairOf(use))).map(said);

/** Pairs of the list that no SQL reads any more: the list only shrinks. */
export const listedInVain = (uses: readonly TableUse[]): string[] =>
  PAIRS.filter((pair) => !uses.some((use) => pairOf(use) === pair));
