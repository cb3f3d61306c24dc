import type { DraftItem } from '#contracts';
import { Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { CheckForm } from './check-form.js';
import { YamlField } from './yaml-field.js';

interface Props {
  item: DraftItem;
  disabled: boolean;
  onChange: (change: Partial<DraftItem>) => void;
}

const COSTS = ['none', 'zero section', 'zero form', 'cap section', 'cap form'] as const;
type Cost = (typeof COSTS)[number];
const COST_WORDS = {
  none: 'checklists.criticalNone',
  'zero section': 'checklists.criticalZeroSection',
  'zero form': 'checklists.criticalZeroForm',
  'cap section': 'checklists.criticalCapSection',
  'cap form': 'checklists.criticalCapForm',
} as const;

const costOf = ({ critical }: DraftItem): Cost =>
  !critical ? 'none' : critical === true ? 'zero section' : `${critical.effect} ${critical.of}`;

/** One item: what it is called, what it weighs, when it applies and how it is judged. */
export function ItemForm({ item, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const text = (name: string, label: string, value: string, set: (value: string) => void, lang?: string) => (
    <Field label={label} htmlFor={`${id}-${name}`}>
      <Input id={`${id}-${name}`} lang={lang} value={value} disabled={disabled} onChange={(e) => set(e.target.value)} />
    </Field>
  );
  const advice = item.advice ?? { zh: '', en: '' };
  const setAdvice = (change: Partial<typeof advice>) => {
    const next = { ...advice, ...change };
    onChange({ advice: next.zh === '' && next.en === '' ? undefined : next });
  };
  return (
    <>
      <div className="admin-fields">
        {text('zh', t('checklists.titleZh'), item.title.zh, (zh) => onChange({ title: { ...item.title, zh } }), 'zh')}
        {text('en', t('checklists.titleEn'), item.title.en, (en) => onChange({ title: { ...item.title, en } }), 'en')}
        {text('id', t('checklists.itemId'), item.id, (value) => onChange({ id: value }))}
        {text('clause', t('checklists.clause'), item.clause, (clause) => onChange({ clause }))}
        <Field label={t('checklists.weight')} htmlFor={`${id}-weight`}>
          <InputNumber
            id={`${id}-weight`}
            min={0}
            max={1000}
            precision={0}
            value={item.weight}
            disabled={disabled}
            onChange={(weight) => onChange({ weight: weight ?? 0 })}
          />
        </Field>
        <CriticalField item={item} disabled={disabled} onChange={onChange} />
        {text('adviceZh', t('checklists.adviceZh'), advice.zh, (zh) => setAdvice({ zh }), 'zh')}
        {text('adviceEn', t('checklists.adviceEn'), advice.en, (en) => setAdvice({ en }), 'en')}
      </div>
      <CheckForm check={item.check} disabled={disabled} onChange={(check) => onChange({ check })} />
      <YamlField
        label={t('checklists.appliesWhen')}
        value={item.appliesWhen ?? []}
        disabled={disabled}
        onChange={(value) => onChange({ appliesWhen: listOf(value) })}
      />
    </>
  );
}

/** A single condition may be written without the list around it. */
const listOf = (value: unknown) => (Array.isArray(value) ? value : [value]) as DraftItem['appliesWhen'];

function CriticalField({ item, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const cost = costOf(item);
  const percent = typeof item.critical === 'object' ? item.critical.capPercent : undefined;
  const set = (next: Cost, capPercent = percent ?? 50) => {
    const [effect, of] = next.split(' ') as ['zero' | 'cap' | 'none', 'section' | 'form'];
    onChange({ critical: effect === 'none' ? false : { effect, of, ...(effect === 'cap' && { capPercent }) } });
  };
  return (
    <Field label={t('checklists.critical')} htmlFor={id}>
      <span className="checklist-cost">
        <Select
          id={id}
          value={cost}
          disabled={disabled}
          options={COSTS.map((value) => ({ value, label: t(COST_WORDS[value]) }))}
          onChange={(next: Cost) => set(next)}
        />
        {cost.startsWith('cap') && (
          <InputNumber
            aria-label={t('checklists.capPercent')}
            min={0}
            max={100}
            value={percent}
            disabled={disabled}
            onChange={(value) => set(cost, value ?? 0)}
          />
        )}
      </span>
    </Field>
  );
}
