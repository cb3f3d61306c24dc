import ts from 'typescript';
import { visit, type Source } from './sources.js';

/** Of this form PostgreSQL may ask the inner part again for each row, and the batch grows past its limit; `= any(array(…))` is asked once. */
const ASKED_AGAIN = /\bin\s*\(\s*select\b(?:(?!\bin\s*\(\s*select\b)[^;])*?\blimit\b[^;)]*?\bskip locked/i;
/** Written before the rule was known, and replaced by a later migration. */
const REPLACED = 'libs/database/src/migrations/1795740000000-LooksAndTallies.ts';

/** Statements in SQL that take a locked batch, and may take more than it. */
export function batchesThatGrow({ path, tree }: Source): string[] {
  if (path === REPLACED) return [];
  const found: string[] = [];
  visit(tree, (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
    const [batch] = ASKED_AGAIN.exec(node.getText(tree)) ?? [];
    if (batch !== undefined) found.push(batch.slice(0, 60));
  });
  return found;
}
