import ts from 'typescript';
import { visit, type Source } from './sources.js';

/** Who may say which stage of its journey a call is at: the lib whose table it is, and migrations. */
const MAY = /^libs\/(calls\/src|database\/src\/migrations)\//;

/** Changes of a call's stage past the services of `calls`: in SQL, or through the entity. */
export function stagesWritten({ path, tree }: Source): string[] {
  if (MAY.test(path) || !/^(apps|libs)\//.test(path)) return [];
  const found: string[] = [];
  visit(tree, (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const sql = node.getText(tree);
      if (/\bupdate\s+call\s+set\b(?:(?!\bwhere\b)[^;])*?\bstage\s*=/i.test(sql)) found.push(sql.slice(0, 60));
      if (/\binsert\s+into\s+call\b/i.test(sql)) found.push(sql.slice(0, 60));
    }
    if (!ts.isCallExpression(node) || node.arguments[0]?.getText(tree) !== 'Call') return;
    const method = node.expression.getText(tree).split('.').at(-1) ?? '';
    const changes = node.arguments.slice(2).map((one) => one.getText(tree));
    // Where a call begins, its stage is written too, whether or not it is named here.
    const begins = /^(insert|save|upsert)$/.test(method);
    if (begins || (method === 'update' && /\bstage\s*[:,}]/.test(changes.join(' ')))) found.push(node.getText(tree));
  });
  return found;
}
