import type { ChecklistDraftDefinition } from '#contracts';
import type { ReactNode } from 'react';
import { ConditionList } from './condition-list.js';
import { KnownLists } from './known-lists.js';
import { NestedParts } from './nested.js';
import { NodeEditor } from './node-editor.js';
import { SentenceLine } from './sentence-line.js';

const NESTED = { Node: NodeEditor, Conditions: ConditionList, Line: SentenceLine };

/** Below it checks and conditions of a draft are drawn as sentences, which know its phrase lists. */
export function Sentences({ draft, children }: { draft: ChecklistDraftDefinition; children: ReactNode }) {
  return (
    <KnownLists draft={draft}>
      <NestedParts value={NESTED}>{children}</NestedParts>
    </KnownLists>
  );
}
