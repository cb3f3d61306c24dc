import { CHECK_SENTENCES } from '#quality/screens';
import { type ChecklistDraftDefinition, type DraftItem, type WorthByLanguage } from '#contracts';
import { Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { ConditionList } from './sentences/condition-list.js';
import { ExamplesShare } from './examples-share.js';
import { ItemWorthLines } from './read-checklist.js';
import { ItemTrialPanel } from './item-trial-panel.js';
import { NodeEditor } from './sentences/node-editor.js';
import { Told, ToldOfWhole } from './phrase-lines.js';
import { Why } from '../../components/why.js';

interface Props {
  /** Which the item is tried with. */
  draft: ChecklistDraftDefinition;
  item: DraftItem;
  /** What the product measured of it, as it was saved; undefined of facts and people's items, and until a change is saved. */
  worth: WorthByLanguage | undefined;
  /** The draft with the item as it stands here; null until a change is saved. */
  saved: ChecklistDraftDefinition | null;
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
export function ItemForm({ draft, item, worth, saved, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const text = (
    name: string,
    label: string,
    value: string,
    set: (value: string) => void,
    [at, lang]: [string, string?],
  ) => (
    <div>
      <Field label={label} htmlFor={`${id}-${name}`}>
        <Input
          id={`${id}-${name}`}
          lang={lang}
          value={value}
          disabled={disabled}
          onChange={(e) => set(e.target.value)}
        />
      </Field>
      <Told at={at} />
    </div>
  );
  const advice = item.advice ?? { zh: '', en: '' };
  const setAdvice = (change: Partial<typeof advice>) => {
    const next = { ...advice, ...change };
    onChange({ advice: next.zh === '' && next.en === '' ? undefined : next });
  };
  return (
    <>
      <ToldOfWhole />
      <div className="admin-fields">
        {text('zh', t('checklists.titleZh'), item.title.zh, (zh) => onChange({ title: { ...item.title, zh } }), [
          'title.zh',
          'zh',
        ])}
        {text('en', t('checklists.titleEn'), item.title.en, (en) => onChange({ title: { ...item.title, en } }), [
          'title.en',
          'en',
        ])}
        {text('id', t('checklists.itemId'), item.id, (value) => onChange({ id: value }), ['id'])}
        {text('clause', t('checklists.clause'), item.clause, (clause) => onChange({ clause }), ['clause'])}
        <div>
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
          <Why of="weight" name={t('checklists.weight')} />
          <Told at="weight" />
        </div>
        <CriticalField item={item} disabled={disabled} onChange={onChange} />
        {text('adviceZh', t('checklists.adviceZh'), advice.zh, (zh) => setAdvice({ zh }), ['advice.zh', 'zh'])}
        {text('adviceEn', t('checklists.adviceEn'), advice.en, (en) => setAdvice({ en }), ['advice.en', 'en'])}
      </div>
      <fieldset className="checklist-check">
        <legend>{t('checklists.check')}</legend>
        <Told at="check" />
        <NodeEditor
          label={t('checklists.check')}
          rows={CHECK_SENTENCES}
          node={item.check}
          disabled={disabled}
          onChange={(check) => onChange({ check })}
        />
        {item.check.kind === 'examples' && (
          <>
            <p className="admin-hint">{t('checklists.examplesHint')}</p>
            {saved && <ExamplesShare draft={saved} item={item} />}
          </>
        )}
        {worth && <ItemWorthLines worth={worth} />}
      </fieldset>
      {item.check.kind === 'examples' && !disabled && <ItemTrialPanel draft={draft} item={item} />}
      <fieldset className="checklist-check">
        <legend>{t('checklists.appliesWhen')}</legend>
        <Told at="appliesWhen" />
        <ConditionList
          conditions={item.appliesWhen ?? []}
          disabled={disabled}
          onChange={(appliesWhen) => onChange({ appliesWhen })}
        />
      </fieldset>
    </>
  );
}

function CriticalField({ item, disabled, onChange }: Omit<Props, 'draft' | 'worth' | 'saved'>) {
  const { t } = useTranslation();
  const id = useId();
  const cost = costOf(item);
  const percent = typeof item.critical === 'object' ? item.critical.capPercent : undefined;
  const set = (next: Cost, capPercent = percent ?? 50) => {
    const [effect, of] = next.split(' ') as ['zero' | 'cap' | 'none', 'section' | 'form'];
    onChange({ critical: effect === 'none' ? false : { effect, of, ...(effect === 'cap' && { capPercent }) } });
  };
  return (
    <div>
      <Field label={t('checklists.critical')} htmlFor={id}>
        <span className="checklist-cost flex gap-2">
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
      <Told at="critical" />
    </div>
  );
}
