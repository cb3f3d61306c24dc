import ts from 'typescript';
import { visit, type Source } from './sources.js';

/** Of this form PostgreSQL may ask the inner part again for each row, and the batch grows past its limit; `= any(array(…))` is asked once. */
const ASKED_AGAIN = /\bin\s*\(\s*select\b(?:(?!\bin\s*\(\s*select\b)[^;])*?\blimit\b[^;)]*?\bskip locked/i;

/** Statements in SQL that take a locked batch, and may take more than it. */
export function batchesThatGrow({ tree }: Source): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
    const [batch] = ASKED_AGAIN.exec(node.getText(tree)) ?? [];
    if (batch !== undefined) found.push(batch.slice(0, 60));
  });
  return found;
}
