import type { KindSentence, SentenceField } from '#quality/screens';
import type { SentenceNode } from '#quality/screens';
import { createContext, useContext, type ComponentType, type ReactNode } from 'react';

export interface NodeProps {
  /** What the choice of the kind is called. */
  label: string;
  rows: readonly KindSentence[];
  node: SentenceNode;
  disabled: boolean;
  /** Beside the kind: what can be done with the whole of it. */
  actions?: ReactNode;
  onChange: (node: SentenceNode) => void;
}

export interface ConditionsProps {
  conditions: readonly SentenceNode[];
  /** In a case nothing is said of what does not hold: the next case is tried. */
  inCase?: boolean;
  disabled: boolean;
  onChange: (conditions: SentenceNode[]) => void;
}

export interface LineProps {
  line: { zh: string; en: string };
  node: object;
  fields: Readonly<Record<string, SentenceField>>;
  disabled: boolean;
  onChange: (node: object) => void;
}

/** Sentences hold sentences: what is nested is reached through this, so that no file needs the one that needs it. */
export interface Nested {
  Node: ComponentType<NodeProps>;
  Conditions: ComponentType<ConditionsProps>;
  Line: ComponentType<LineProps>;
}

export const NestedParts = createContext<Nested | null>(null);

export function useNested(): Nested {
  const nested = useContext(NestedParts);
  if (!nested) throw new Error('sentences are drawn below <Sentences>');
  return nested;
}
