import { CONDITION_SENTENCES } from '#quality/screens';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNested, type ConditionsProps } from './nested.js';

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
