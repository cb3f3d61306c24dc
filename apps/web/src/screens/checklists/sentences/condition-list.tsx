import { CONDITION_SENTENCES, type KindSentence, type SentenceField, type SentenceNode } from '#quality/screens';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

const ROWS_IN_CASES = CONDITION_SENTENCES.map((row) => {
  const { otherwise: _, ...fields } = row.fields;
  const { otherwise: __, ...start } = row.start;
  return { ...row, fields: { ...fields }, start };
});

/** Conditions that must all hold, each as a sentence. */
export function ConditionList({ conditions, inCase = false, disabled, onChange }: ConditionsProps) {
  const { t } = useTranslation();
  const { Node } = useNested();
  const rows = inCase ? ROWS_IN_CASES : CONDITION_SENTENCES;
  const add = () => onChange([...conditions, { kind: rows[0]!.kind, ...structuredClone(rows[0]!.start) }]);
  return (
    <div className="sentence-conditions">
      {conditions.length === 0 && <p className="admin-hint">{t('checklists.alwaysApplies')}</p>}
      {conditions.map((condition, i) => (
        <div key={i} className="sentence-inner">
          {i > 0 && <span className="admin-hint">{t('checklists.andAlso')}</span>}
          <Node
            label={t('checklists.condition', { count: i + 1 })}
            rows={rows}
            node={condition}
            disabled={disabled}
            actions={
              !disabled && (
                <Button
                  size="small"
                  type="text"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={t('checklists.removeCondition', { count: i + 1 })}
                  onClick={() => onChange(conditions.filter((_, at) => at !== i))}
                />
              )
            }
            onChange={(next) => onChange(conditions.map((one, at) => (at === i ? next : one)))}
          />
        </div>
      ))}
      {!disabled && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('checklists.addCondition')}
        </Button>
      )}
    </div>
  );
}

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
