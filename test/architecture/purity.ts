import { builtinModules } from 'node:module';
import ts from 'typescript';
import { stem, visit, type Source } from './sources.js';

/** Packages that compute and nothing else. */
const PURE_PACKAGES = new Set(['zod', 'diff', 'luxon', 'yaml', 'pinyin-pro', 'otpauth', 'opencc-js', 'marked']);
const PURE_BUILTINS = new Set(['node:crypto', 'node:util', 'node:path', 'node:zlib', 'node:url', 'node:buffer']);

/** Kinds of file that hold I/O, state or a framework. A rule may name their types, not load them. */
const WITH_EFFECTS =
  /\.(service|entity|job|controller|module|engine|handlers|source|gateway|guard|interceptor|filter|middleware|query)$/;

/** A clock, chance, the network or the process, reached without an import. */
const FORBIDDEN_GLOBALS = new Set([
  'fetch',
  'process',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'WebSocket',
  'console',
  'globalThis',
  'global',
  'eval',
]);
const FORBIDDEN_MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'DateTime.now',
  'DateTime.local',
  'DateTime.utc',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'Settings.now',
]);
const CHANCE = /^(random|getRandomValues|generateKey|webcrypto)/;

/** Hundreds of rules reach the same files: each is read once. */
const read = new WeakMap<Source, string[]>();

/** Why a rule is not pure: it loads what has effects, or reads a clock, chance, the network or the process. */
export function impurities(source: Source): string[] {
  const found = read.get(source) ?? [...impureImports(source), ...impureCalls(source)];
  read.set(source, found);
  return found;
}

/** What is loaded with a rule, however far one follows its imports, and is not pure; each with the way there. */
export function impureBehind(source: Source, all: ReadonlyMap<string, Source>): string[] {
  const found: string[] = [];
  const ways = new Map([[stem(source.path), '']]);
  // What is added to a map while it is gone through is gone through, too.
  for (const [file, way] of ways) {
    const reached = all.get(file);
    if (!reached) continue;
    if (way) found.push(...impurities(reached).map((one) => `${way}${one}`));
    for (const { target, typeOnly } of reached.imports)
      if (target !== undefined && !typeOnly && !ways.has(target)) ways.set(target, `${way}${target} → `);
  }
  return found;
}

function impureImports({ imports }: Source): string[] {
  return imports.flatMap(({ specifier, target, typeOnly }) => {
    if (typeOnly) return [];
    if (specifier === null) return ['an import that is worked out as it runs'];
    if (target !== undefined) return WITH_EFFECTS.test(target) ? [specifier] : [];
    return isPure(specifier) ? [] : [specifier];
  });
}

function isPure(specifier: string): boolean {
  // A file or a lib that is not there: the compiler tells of it.
  if (/^[.#]/.test(specifier)) return true;
  const name = packageOf(specifier);
  return isBuiltin(name) ? PURE_BUILTINS.has(`node:${name.replace(/^node:/, '')}`) : PURE_PACKAGES.has(name);
}

function impureCalls({ tree }: Source): string[] {
  const found: string[] = [];
  const own = declaredNames(tree);
  visit(tree, (node) => {
    if (ts.isImportSpecifier(node) && CHANCE.test((node.propertyName ?? node.name).text))
      found.push(node.getText(tree));
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && !node.arguments?.length)
      found.push('new Date()');
    if (ts.isPropertyAccessExpression(node) && isForbiddenMember(node, tree)) found.push(node.getText(tree));
    if (ts.isIdentifier(node) && FORBIDDEN_GLOBALS.has(node.text) && !own.has(node.text) && isRead(node))
      found.push(node.text);
  });
  return found;
}

/** `DateTime.utc(2026, 1, 2)` names a time; `DateTime.utc()` asks the clock. */
function isForbiddenMember(node: ts.PropertyAccessExpression, tree: ts.SourceFile): boolean {
  const name = node.getText(tree).replaceAll('?', '');
  if (/^[A-Za-z]+\.random/.test(name) && CHANCE.test(node.name.text)) return true;
  if (!FORBIDDEN_MEMBERS.has(name)) return false;
  const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
  return !(called && /^DateTime\.(utc|local)$/.test(name) && node.parent.arguments.length > 0);
}

/** The file's own variables, parameters and imports: a parameter named `process` is not the process. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const named =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node);
    if (named && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/** As a value: not the name of a property, a key or a type. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isTypeNode(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isQualifiedName(parent)
  );
}

export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

export const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

export const isRule = ({ path }: Source): boolean => /(\.|^libs\/\w+\/src\/)rules$/.test(stem(path));
