import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One `import`, `export … from`, `import()` or `require()`. */
export interface Import {
  /** As written: `./a.js`, `#calls`, `node:fs`. Null where the file works it out as it runs. */
  specifier: string | null;
  /** The project's own file that it means, without its ending; undefined for a package, or a file that is not there. */
  target?: string;
  /** Gone once compiled. */
  typeOnly: boolean;
}

export interface Source {
  /** From the project's root, with `/`. */
  path: string;
  imports: Import[];
  tree: ts.SourceFile;
}

const CODE = /\.(ts|tsx|mts|mjs|cjs|js)$/;

/** Every file of code under these folders of the working directory. */
export const readSources = (roots: readonly string[]): Source[] => parseSources(readTexts(roots));

/** The same as text alone, path → text: to parse them takes seconds. */
export const readTexts = (roots: readonly string[]): Map<string, string> =>
  new Map(roots.flatMap(walk).map((path) => [path, readFileSync(path, 'utf8')]));

/** @param files path → text; imports are looked up among them */
export function parseSources(files: ReadonlyMap<string, string>): Source[] {
  const known = new Set([...files.keys()].map(stem));
  return [...files].map(([path, text]) => {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    const imports = importsOf(tree).map((found) => ({ ...found, ...targetOf(path, found.specifier, known) }));
    return { path, tree, imports };
  });
}

/** Visits each node below a file's root. */
export function visit(tree: ts.Node, look: (node: ts.Node) => void): void {
  const each = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, each);
  };
  ts.forEachChild(tree, each);
}

/** A file's path without its ending: what imports end up at. */
export const stem = (path: string): string => path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');

function walk(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    if (name === 'node_modules' || name === 'dist') return [];
    const path = posix.join(dir, name);
    if (statSync(join(dir, name)).isDirectory()) return walk(path);
    return CODE.test(name) ? [path] : [];
  });
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node))
      found.push({ specifier: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node.importClause) });
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      found.push({ specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly });
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      found.push({ specifier: textOf(node.argument.literal), typeOnly: true });
    else if (ts.isCallExpression(node) && loads(node.expression))
      found.push({ specifier: textOf(node.arguments[0]), typeOnly: false });
  });
  return found;
}

const loads = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');

const textOf = (node: ts.Node | undefined): string | null => (node && ts.isStringLiteralLike(node) ? node.text : null);

/** `import type …`, or every name in the braces a `type`. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function targetOf(path: string, specifier: string | null, known: ReadonlySet<string>): { target?: string } {
  if (specifier === null) return {};
  const [, lib, entry = 'index'] = /^#([a-z]+)(?:\/(rules))?$/.exec(specifier) ?? [];
  const wanted = lib
    ? lib === 'api'
      ? 'apps/api/src/door'
      : `libs/${lib}/src/${entry}`
    : specifier.startsWith('.')
      ? posix.join(path, '..', specifier)
      : null;
  if (wanted === null) return {};
  const target = [stem(wanted), wanted, `${wanted}/index`].find((candidate) => known.has(candidate));
  return target === undefined ? {} : { target };
}
