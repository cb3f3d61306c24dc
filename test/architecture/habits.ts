import { extname } from 'node:path';
import ts from 'typescript';

/**
 * Words that hide who acts, and words of another century. A writer who has to name the person, or say what is done, writes the sentence that
 * readers need.
 */
const HABIT =
  /\b(?:nobody|somebody|whoever|whomever|whichever|of itself|of themselves|comes of it|anew|stands? (?:in|at|on|there|last|beside))\b/gi;

const CODE = new Set(['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js']);
const HASHED = new Set(['.yaml', '.yml', '.sh', '.py', '.Dockerfile', '.service', '.conf', '.example']);

/** Files whose words are not ours to choose, by the beginning of their path, each with the reason. */
export const NOT_OURS: Record<string, string> = {
  'CHANGELOG-older.md': 'history, which quotes what screens once said',
  'libs/database/src/migrations/': 'a migration that has run is never edited',
  'libs/commitments/src/en-commitments.rules.ts': 'patterns of what agents say',
  'libs/quality/src/model-scorer/prompt.rules.ts': 'what a model is asked, measured word for word',
  'measure/bench/scoring/templates.ts': 'conversations',
  'measure/eval/polite-en.fixture.ts': 'sentences of agents',
};

/** @returns the habits in the comments and sentences of a file, each as `path:12 nobody` */
export function habitsIn(path: string, text: string): string[] {
  if (Object.keys(NOT_OURS).some((place) => path.startsWith(place))) return [];
  const prose = proseOf(path, text).replace(/`[^`\n]*`/g, blank);
  return [...prose.matchAll(HABIT)].map(({ 0: word, index }) => `${path}:${lineAt(prose, index)} ${word}`);
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** The text with all but English for people blanked, so that lines stay where they are. Names in backticks are no English either. */
function proseOf(path: string, text: string): string {
  const kind = extname(path);
  if (kind === '.md') return text.replace(/^ *```[\s\S]*?^ *```/gm, blank);
  if (kind === '.css') return text.replace(/(^|\*\/)[\s\S]*?(\/\*|$)/g, blank);
  if (HASHED.has(kind)) return text.replace(/^[^#\n]*/gm, blank);
  // Most files have none of these words anywhere and need no parser.
  return CODE.has(kind) && text.search(HABIT) >= 0 ? proseOfCode(path, text) : '';
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Comments, which come before tokens, and strings that are sentences. */
function proseOfCode(path: string, text: string): string {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const kept: [from: number, to: number][] = [];
  const look = (node: ts.Node): void => {
    const children = node.getChildren(tree);
    if (children.length === 0) kept.push([node.getFullStart(), node.getStart(tree)]);
    if (ts.isJsxText(node)) kept.push([node.pos, node.end]);
    else if (isSentence(node, tree)) kept.push([node.getStart(tree) + 1, node.end - 1]);
    children.forEach(look);
  };
  look(tree);
  const marks = new Array<boolean>(text.length).fill(false);
  for (const [from, to] of kept) marks.fill(true, from, to);
  return text
    .split('')
    .map((letter, i) => (marks[i] || letter === '\n' ? letter : ' '))
    .join('');
}

/** Not what people say in the calls of a test: `'C: nobody called me'`, `{ text: … }`. */
function isSentence(node: ts.Node, tree: ts.SourceFile): boolean {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
  if (!isText || !/\S\s+\S/.test(node.text) || /^[ACU]: /.test(node.text)) return false;
  return !(ts.isPropertyAssignment(node.parent) && node.parent.name.getText(tree) === 'text');
}
