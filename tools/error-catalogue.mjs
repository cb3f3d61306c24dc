#!/usr/bin/env node
// `npm run docs:errors`: writes docs/operations/errors.md from the code, so that every code the API can answer with is explained there.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
export const ERRORS_FILE = join(root, 'docs/operations/errors.md');

/** As in apps/api/src/http/problem.ts. */
const STATUS = {
  bad_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported_media: 415,
  too_many: 429,
  internal: 500,
  unavailable: 503,
  no_room: 507,
};

function sources(dir) {
  return readdirSync(join(root, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(join(root, path)).isDirectory()) return sources(path);
    return /(?<!spec|fixture|contract)\.ts$/.test(name) ? [path] : [];
  });
}

/** A text of the code as people read it, `…` for what is put in when it is said; undefined where it is no text. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce((text, span) => `${text}…${span.literal.text}`, node.head.text);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left !== undefined && right !== undefined ? left + right : undefined;
  }
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [textOf(node.whenTrue), textOf(node.whenFalse)];
    return yes !== undefined && no !== undefined ? `${yes} / ${no}` : undefined;
  }
  return undefined;
}

function property(object, name) {
  const found = object.properties.find((one) => one.name?.getText().replace(/['"]/g, '') === name);
  return found && ts.isShorthandPropertyAssignment(found) ? found.name : found?.initializer;
}

/** Both languages of an object `{ zh, en }`; of a longer text the parts that are known. */
function wordsOf(node) {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined;
  const [zh, en] = ['zh', 'en'].map((name) => property(node, name));
  if (!zh || !en) return undefined;
  return { zh: textOf(zh) ?? '…', en: textOf(en) ?? '…' };
}

/** Every `{ zh, en }` below a node: the words of a table from which one is chosen. */
function allWords(node) {
  const found = [];
  const look = (child) => {
    const words = wordsOf(child);
    if (words) found.push(words);
    else ts.forEachChild(child, look);
  };
  look(node);
  return found;
}

/** The initialiser that a name stands for in its file. */
function meaningOf(name, file) {
  let found;
  const look = (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found ??= node.initializer;
    if (ts.isFunctionDeclaration(node) && node.name?.getText() === name) found ??= node.body;
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** The words of an argument: written there, or chosen from a table or made by a function of the same file. */
function chosenWords(node, file) {
  const here = wordsOf(node);
  if (here) return [here];
  if (ts.isConditionalExpression(node))
    return [...chosenWords(node.whenTrue, file), ...chosenWords(node.whenFalse, file)];
  const written = allWords(node);
  if (written.length > 0) return written;
  const name = /^\w+/.exec(node.getText())?.[0];
  const meaning = name === undefined ? undefined : meaningOf(name, file);
  return meaning ? allWords(meaning) : [];
}

/** Codes of the first argument: a text, or either of two. */
function codesOf(node) {
  if (ts.isConditionalExpression(node)) return [...codesOf(node.whenTrue), ...codesOf(node.whenFalse)];
  return ts.isStringLiteralLike(node) ? [node.text] : [];
}

/** Tables of refusals whose keys are the codes: what is chosen from them when it is said. */
const TABLES = [
  { path: 'apps/api/src/plays/refusals.ts', table: 'REFUSALS', prefix: '' },
  { path: 'libs/webhooks/src/refusals.ts', table: 'TARGET', prefix: 'webhook_' },
];
/** Ends of jobs: they stand on the call as its reason, and are no answer of the API. */
const OF_JOBS = /^libs\/transcripts\/src\/(?:attention\.rules|line-up-engines)\.ts$/;

/** What each call of a function hands to its parameters, by their names; one empty binding where it is no function with parameters. */
function bindingsOf(node, file) {
  let maker = node;
  while (maker && !ts.isArrowFunction(maker) && !ts.isFunctionDeclaration(maker)) maker = maker.parent;
  // `const refusal = (code, …) => () => new DomainError(…)`: the outer function is the one that is called with words.
  while (maker && maker.parameters.length === 0 && ts.isArrowFunction(maker.parent)) maker = maker.parent;
  const declared =
    maker && ts.isVariableDeclaration(maker.parent) ? maker.parent.name.getText() : maker?.name?.getText();
  const names = maker?.parameters.map((one) => one.name.getText()) ?? [];
  const found = [];
  const look = (child) => {
    if (ts.isCallExpression(child) && child.expression.getText() === declared)
      found.push(Object.fromEntries(names.map((name, i) => [name, child.arguments[i]])));
    ts.forEachChild(child, look);
  };
  if (declared) look(file);
  return found;
}

/** One error for each way in which its arguments are filled in. */
function errorsOf(node, file, place) {
  const [code, kind, words] = node.arguments;
  const told = (of, bound = {}) => {
    const value = (argument) => (argument && bound[argument.getText()]) ?? argument;
    const kinds = codesOf(value(kind));
    const both = ts.isObjectLiteralExpression(words) ? ['zh', 'en'].map((name) => value(property(words, name))) : [];
    const filled = both.every((one) => one && textOf(one) !== undefined) && both.length === 2;
    const said = filled ? [{ zh: textOf(both[0]), en: textOf(both[1]) }] : chosenWords(value(words), file);
    return { code: of, status: STATUS[kinds[0]] ?? null, words: said, place };
  };
  const codes = codesOf(code);
  if (codes.length > 0) return codes.map((one) => told(one));
  const path = place.split(':')[0];
  if (OF_JOBS.test(path)) return [];
  const table = TABLES.find((one) => one.path === path);
  const meaning = table && meaningOf(table.table, file);
  if (meaning) {
    const object = ts.isObjectLiteralExpression(meaning) ? meaning : meaning.expression;
    return object.properties.map((entry) => {
      const [own] = entry.initializer.elements ?? [];
      const status = own ? STATUS[own.text] : STATUS[codesOf(kind)[0]];
      return { code: table.prefix + entry.name.getText(), status, words: allWords(entry.initializer), place };
    });
  }
  const bound = bindingsOf(node, file).flatMap((one) =>
    codesOf(one[code.getText()] ?? code).map((of) => told(of, one)),
  );
  return bound.length > 0 ? bound : [{ code: null, status: null, words: [], place }];
}

/** Every `new DomainError(code, kind, words)` of the product. @returns `{ code, status, words, place }` each; `code` null where it is no plain text */
export function errorsInCode() {
  const found = [];
  for (const path of [...sources('libs'), ...sources('apps/api/src'), ...sources('apps/worker/src')]) {
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes('DomainError(')) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const look = (node) => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(...errorsOf(node, file, `${path}:${line + 1}`));
      }
      ts.forEachChild(node, look);
    };
    look(file);
  }
  return [...found, ...frameworkErrors()];
}

/** What Fastify, Node and zod refuse before our own code is asked: apps/api/src/http/framework-words.ts and problem.ts. */
function frameworkErrors() {
  const path = 'apps/api/src/http/framework-words.ts';
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node, status) => {
    const key = ts.isPropertyAssignment(node) ? node.name.getText() : '';
    const known = /^\d{3}$/.test(key) ? Number(key) : status;
    if (ts.isCallExpression(node) && node.expression.getText() === 'entry' && node.arguments.length === 3) {
      const [code, zh, en] = node.arguments.map(textOf);
      found.push({ code, status: known, words: [{ zh, en }], place: path });
    }
    ts.forEachChild(node, (child) => look(child, known));
  };
  look(file, 400);
  const words = { zh: '请求内容不符合要求，见 fields。', en: 'The request does not have the right shape; see fields.' };
  return [...found, { code: 'bad_input', status: 400, words: [words], place: 'apps/api/src/http/problem.ts' }];
}

const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** The page, formatted like the rest. */
export async function catalogueOf(errors) {
  const byCode = new Map();
  for (const { code, status, words } of errors) {
    if (code === null) continue;
    const known = byCode.get(code) ?? { statuses: new Set(), words: new Map() };
    if (status !== null) known.statuses.add(status);
    for (const one of words) if (!known.words.has(one.en)) known.words.set(one.en, one);
    byCode.set(code, known);
  }
  const rows = [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { statuses, words }]) => {
      const said = [...words.values()];
      const zh = said.map((one) => one.zh).join('<br>');
      const en = said.map((one) => one.en).join('<br>');
      return `| \`${code}\` | ${[...statuses].sort().join(', ')} | ${cell(en)} | ${cell(zh)} |`;
    });
  const text = `${HEAD}\n${rows.join('\n')}\n`;
  return format(text, { ...(await resolveConfig(ERRORS_FILE)), filepath: ERRORS_FILE });
}

const HEAD = `# Errors · 错误一览

<!-- Written by \`npm run docs:errors\` from the code. Do not edit: change the words where the error is made, and run it again. -->

Every refusal of the API is a problem document (RFC 9457, \`application/problem+json\`). \`code\` never changes its meaning: programmes go by it. \`detail\` says in both languages what happened and what to do; \`title\` is in the language of \`Accept-Language\`. \`fields\` names each place in the request that does not fit, in both languages. \`fault\` says whose it is, which decides whether trying again helps: \`caller\` (change the request), \`ours\`, \`vendor\`, \`storage\` (try again; if it stays, tell an administrator \`ref\`, which finds the log line). With 429 and some others, \`Retry-After\` says in how many seconds the next try is looked at. A \`…\` below stands for what is filled in.

接口的每个拒绝都是问题文档（RFC 9457）。程序按 \`code\` 判断；\`detail\` 用中英文写明原因和办法；\`fields\` 逐处说明请求哪里不对；\`fault\` 说明是哪一方的问题：\`caller\` 请改请求，\`ours\`、\`vendor\`、\`storage\` 请稍后再试，仍不行把 \`ref\` 告诉管理员。429 时 \`Retry-After\` 是还要等的秒数。下表中的 \`…\` 是随情况填入的内容。

| Code | Status | What it says, and what to do | 含义与办法 |
| --- | --- | --- | --- |`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(ERRORS_FILE, await catalogueOf(errorsInCode()));
}
