import ts from 'typescript';
import { isTest, libOf, ORDER } from './directions.js';
import { visit, type Source } from './sources.js';

/** Tables and views that have no entity, and the lib that owns each. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  listed_leg: 'calls',
  listed_leg_due: 'calls',
  withheld_score: 'calls',
  person_team_period: 'people',
  role_in_force: 'people',
  suspension_in_force: 'people',
  sign_in_policy_in_force: 'people',
  scim_person: 'people',
  scim_group: 'people',
  scim_group_member: 'people',
  to_look_at: 'platform',
  sweep_walk: 'platform',
  tally: 'platform',
  tally_change: 'platform',
  reconcile_turn: 'platform',
  key_doubt: 'recordings',
  word_posting: 'transcripts',
  word_posting_int: 'transcripts',
  quality_settings: 'quality',
  figure_alert: 'reviews',
  counted_day: 'reviews',
  counted_result: 'reviews',
  day_to_recount: 'reviews',
  back_test_count: 'quality',
  back_test_leg: 'quality',
  back_test_flip: 'quality',
  back_test_points: 'quality',
  rescored_leg: 'quality',
  rescore_telling: 'quality',
  back_test_agreement: 'quality',
  retention_clock: 'retention',
};

export interface Table {
  owner: string;
  /** As its entity names them; empty where it has none. */
  columns: ReadonlySet<string>;
  /** Those that SQL of later libs may read, from the owner's `published.ts`. */
  published: ReadonlySet<string>;
}

/** One use of another lib's table in SQL. */
export interface TableUse {
  path: string;
  lib: string;
  table: string;
  owner: string;
  writes: boolean;
  /** Columns of it that the SQL names; `*` is all of them. */
  columns: ReadonlySet<string>;
}

/** Every table by its name. */
export function tablesOf(sources: readonly Source[]): Map<string, Table> {
  const published = new Map(sources.flatMap((source) => [...publishedBy(source)]));
  const tables = new Map<string, Table>();
  const add = (name: string, owner: string, columns: Iterable<string>) =>
    tables.set(name, { owner, columns: new Set(columns), published: published.get(`${owner}.${name}`) ?? new Set() });
  for (const [name, owner] of Object.entries(WITHOUT_ENTITY)) add(name, owner, []);
  const classes = new Map(
    sources.flatMap(({ path, tree }) => classesOf(tree).map((one) => [one.name, { ...one, path }])),
  );
  const columnsOf = ({ own, base }: Class): string[] => [
    ...own,
    ...(classes.has(base) ? columnsOf(classes.get(base)!) : []),
  ];
  for (const one of classes.values()) if (one.table) add(one.table, libOf(one.path) ?? 'apps', columnsOf(one));
  return tables;
}

/** What is published and is no table or column of the lib that publishes it. */
export function publishedInError(sources: readonly Source[], tables: ReadonlyMap<string, Table>): string[] {
  return sources.flatMap((source) =>
    [...publishedBy(source)].flatMap(([name, columns]) => {
      const [owner = '', table = ''] = name.split('.');
      const found = tables.get(table);
      if (found?.owner !== owner) return [`${owner} publishes ${table}, which is not its table`];
      if (found.columns.size === 0) return [];
      return [...columns].filter((one) => !found.columns.has(one)).map((one) => `${owner} publishes ${table}.${one}`);
    }),
  );
}

const NO_ALIAS = 'where|join|left|right|inner|cross|on|set|order|group|limit|for|values|using|union|returning';
const TOUCHES = new RegExp(
  String.raw`\b(from|join|insert into|update|delete from)\s+(?:only\s+)?([a-z_]+)\b(?:\s+(?:as\s+)?(?!(?:${NO_ALIAS})\b)([a-z_]+))?`,
  'g',
);

/** Where a lib's SQL touches a table of another lib. Apps are above all libs and may join what they show. */
export function sideways(sources: readonly Source[], tables: ReadonlyMap<string, Table>): TableUse[] {
  return sources.flatMap(({ path, tree }) => {
    const lib = libOf(path);
    if (!lib || lib === 'database' || isTest(path) || path.endsWith('.fixture.ts')) return [];
    const texts = sqlOf(tree).map((sql) => ({ sql, touched: touchedIn(sql, tables) }));
    // A fragment may speak of a table by the name that another fragment of the file gave it.
    const touchedHere = texts.flatMap(({ touched }) => touched);
    const named = qualified(texts.map(({ sql }) => sql).join('\n'), touchedHere, tables);
    return texts.flatMap(({ sql, touched }) =>
      touched.flatMap(({ table, writes }) => {
        const owner = tables.get(table)?.owner ?? '';
        if (owner === lib) return [];
        const columns = new Set([...(named.get(table) ?? []), ...unqualified(sql, table, tables)]);
        return [{ path, lib, table, owner, writes, columns }];
      }),
    );
  });
}

const said = ({ path, table, owner }: TableUse): string => `${path} → ${table} of ${owner}`;

export const sidewaysWrites = (uses: readonly TableUse[]): string[] => uses.filter(({ writes }) => writes).map(said);

export const readsWrongWay = (uses: readonly TableUse[]): string[] =>
  uses.filter(({ owner, lib }) => ORDER.indexOf(owner) > ORDER.indexOf(lib)).map(said);

/** Reads of what the owner does not publish, by table and column. */
export const readsUnpublished = (uses: readonly TableUse[], tables: ReadonlyMap<string, Table>): string[] =>
  uses.flatMap((use) => {
    const published = tables.get(use.table)?.published ?? new Set();
    if (published.size === 0) return [said(use)];
    return [...use.columns].filter((one) => !published.has(one)).map((one) => `${use.path} → ${use.table}.${one}`);
  });

/** What is published although no SQL of another lib reads it. */
export const publishedInVain = (uses: readonly TableUse[], tables: ReadonlyMap<string, Table>): string[] =>
  [...tables].flatMap(([table, { owner, published }]) =>
    [...published]
      .filter((column) => !uses.some((use) => use.table === table && use.columns.has(column)))
      .map((column) => `${owner} publishes ${table}.${column}`),
  );

/** The tables and columns that a lib's `published.ts` names, as `lib.table`. */
function publishedBy({ path, tree }: Source): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  if (!/^libs\/(\w+\/src|modules\/[\w-]+)\/published\.ts$/.test(path)) return found;
  visit(tree, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isArrayLiteralExpression(node.initializer)) return;
    const columns = node.initializer.elements.map((one) => (ts.isStringLiteralLike(one) ? one.text : ''));
    found.set(`${libOf(path)}.${node.name.getText(tree)}`, new Set(columns));
  });
  return found;
}

const decorationsOf = (node: ts.HasDecorators, tree: ts.SourceFile): string =>
  (ts.getDecorators(node) ?? []).map((one) => one.getText(tree)).join(' ');

interface Class {
  name: string;
  /** The class that it extends, and the table that it is the entity of; empty for none. */
  base: string;
  table: string;
  own: readonly string[];
}

function classesOf(tree: ts.SourceFile): Class[] {
  const found: Class[] = [];
  visit(tree, (node) => {
    if (!ts.isClassDeclaration(node)) return;
    const own = node.members.flatMap((member) => {
      if (!ts.isPropertyDeclaration(member) || !/@\w*Column\b/.test(decorationsOf(member, tree))) return [];
      return member.name.getText(tree).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    });
    const base = node.heritageClauses?.[0]?.types[0]?.expression.getText(tree) ?? '';
    const table = /@Entity\('(\w+)'/.exec(decorationsOf(node, tree))?.[1] ?? '';
    if (own.length > 0) found.push({ name: node.name?.text ?? '', base, table, own });
  });
  return found;
}

/** The file's strings without what is filled in and without SQL's own strings; a join of the query builder as SQL has it. */
function sqlOf(tree: ts.SourceFile): string[] {
  const texts: string[] = [];
  visit(tree, (node) => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' $ '));
    if (ts.isCallExpression(node) && /Join\w*$/.test(node.expression.getText(tree)))
      texts.push(`join ${node.arguments.map((one) => (ts.isStringLiteralLike(one) ? one.text : '')).join(' ')}`);
  });
  return texts.map((text) => text.replace(/'[^']*'/g, "''"));
}

interface Touched {
  table: string;
  writes: boolean;
  /** What else the SQL calls it; empty for nothing. */
  alias: string;
}

const touchedIn = (sql: string, tables: ReadonlyMap<string, Table>): Touched[] =>
  [...sql.matchAll(TOUCHES)].flatMap(([, verb = '', table = '', alias = '']) => {
    if (!tables.has(table)) return [];
    return { table, writes: verb !== 'from' && verb !== 'join', alias };
  });

/** Columns written with a name of their table before them. Where the name means several tables, each that has the column. */
function qualified(sql: string, touched: readonly Touched[], tables: ReadonlyMap<string, Table>) {
  const found = new Map<string, Set<string>>();
  for (const [, name, column = ''] of sql.matchAll(/\b([a-z_]+)\.([a-z_0-9]+|\*)/g)) {
    const meant = new Set(touched.flatMap(({ table, alias }) => (table === name || alias === name ? [table] : [])));
    for (const table of meant) {
      const { columns = new Set() } = tables.get(table) ?? {};
      if (column === '*' || columns.size === 0 || columns.has(column))
        found.set(table, (found.get(table) ?? new Set()).add(column));
    }
  }
  return found;
}

/** Columns written by their own name. One that another table of the same SQL has too is counted for both: rather told once too often. */
function unqualified(sql: string, table: string, tables: ReadonlyMap<string, Table>): string[] {
  const { columns = new Set(), published = new Set() } = tables.get(table) ?? {};
  return [...sql.matchAll(/(?<![.\w$])([a-z_0-9]+)\b(?!\s*[.(])/g)]
    .map(([, word = '']) => word)
    .filter((word) => columns.has(word) || (columns.size === 0 && published.has(word)))
    .filter((word) => !sql.includes(`${word}.`));
}
