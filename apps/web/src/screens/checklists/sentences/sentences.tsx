import { type ChecklistDraftDefinition } from '#contracts';
import { piecesOf, valueAt, withValue } from '#quality/screens';
import type { ReactNode } from 'react';
import { ConditionList, type LineProps, NestedParts } from './condition-list.js';
import { KnownLists } from './known-lists.js';
import { NodeEditor } from './node-editor.js';
import { useLanguage } from '../../../format/use-format.js';
import { InlineField } from './inline-field.js';

const NESTED = { Node: NodeEditor, Conditions: ConditionList, Line: SentenceLine };

/** Below it checks and conditions of a draft are drawn as sentences, which know its phrase lists. */
export function Sentences({ draft, children }: { draft: ChecklistDraftDefinition; children: ReactNode }) {
  return (
    <KnownLists draft={draft}>
      <NestedParts value={NESTED}>{children}</NestedParts>
    </KnownLists>
  );
}

/** A sentence with a control where each of its fields stands. */
function SentenceLine({ line, node, fields, disabled, onChange }: LineProps) {
  const language = useLanguage();
  const pieces = piecesOf(line[language]);
  // What a control is for is the sentence around it.
  const around = (name: string): string =>
    pieces
      .map((piece) =>
        'text' in piece ? piece.text : `${piece.before}${piece.field === name ? '＿' : '…'}${piece.after}`,
      )
      .join('')
      .trim();
  return (
    <>
      {pieces.map((piece, i) => {
        if ('text' in piece) return <span key={i}>{piece.text}</span>;
        const field = fields[piece.field];
        if (!field) return null;
        return (
          <span key={i} className={field.type === 'query' || field.type === 'queries' ? 'sentence-nested' : undefined}>
            {piece.before}
            <InlineField
              field={field}
              label={around(piece.field)}
              value={valueAt(node, piece.field)}
              node={node}
              disabled={disabled}
              onChange={(value) => onChange(withValue(node, piece.field, value))}
            />
            {piece.after}
          </span>
        );
      })}
    </>
  );
}
