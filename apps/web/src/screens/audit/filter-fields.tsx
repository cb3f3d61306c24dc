import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { DayChoice } from '../../components/day-choice.js';
import { useClear } from '../../components/use-clear.js';
import { useJournalChoices } from '../../data/audit.js';
import { useMe } from '../../data/session.js';
import { useFormat, siteDay } from '../../format/use-format.js';
import { dayAfter } from '../../format/wall-time.rules.js';

export interface Filtering<N extends string> {
  filters: Partial<Record<N, string>>;
  count: number;
  change: (name: N, value: string | undefined) => void;
  clear: () => void;
}

/** The row of filters above a list, with the way out of them. */
export function FilterBar({ count, clear, children }: { count: number; clear: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="audit-filters grid at-top gap-3 ruled-below padded">
      {children}
      {count > 0 && (
        <Button type="link" size="small" onClick={clear}>
          {t('auditPage.filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface DayProps {
  of: 'from' | 'to';
  /** Most days of a period. */
  longest?: number;
}

/** One end of the period that is looked at; days on which nothing can have happened cannot be chosen. */
export function DayField({ of, filters, change, longest }: Filtering<'from' | 'to'> & DayProps) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const id = useId();
  const today = siteDay(timeZone);
  return (
    <Field
      label={t(`auditPage.filter.${of}`)}
      htmlFor={id}
      {...(longest && of === 'from' && { hint: t('auditPage.filter.longest', { count: longest }) })}
    >
      <DayChoice
        id={id}
        value={filters[of]}
        {...endsOf(of, filters, today, longest)}
        onChange={(day) => change(of, day)}
      />
    </Field>
  );
}

/** Between which days an end of the period may lie. */
function endsOf(of: 'from' | 'to', { from, to }: { from?: string; to?: string }, today: string, longest?: number) {
  if (of === 'from') return { max: to ?? today, ...(longest && { min: dayAfter(to ?? today, 1 - longest) }) };
  const last = longest && from ? dayAfter(from, longest - 1) : today;
  return { max: last < today ? last : today, ...(from && { min: from }) };
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

export function ChoiceField({ label, value, options, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Field label={label} htmlFor={id}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder={t('auditPage.filter.any')}
        value={value ?? null}
        options={[...options]}
        onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
      />
    </Field>
  );
}

export function PersonField({ filters, change }: Filtering<'person'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useJournalChoices(true);
  const options = (data?.people ?? []).map(({ personId, name, staffNumber, left }) => {
    const label = `${format.text(name)} ${staffNumber}`;
    return { value: personId, label: left ? t('auditPage.filter.left', { name: label }) : label };
  });
  return (
    <ChoiceField
      label={t('auditPage.filter.person')}
      value={filters.person}
      options={options}
      onChange={(person) => change('person', person)}
    />
  );
}

const CALL_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Takes a whole call id, and says so of anything else. */
export function CallField({ filters, change }: Filtering<'call'>) {
  const { t } = useTranslation();
  const clear = useClear();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && !CALL_ID.test(typed.trim());
  const take = (text: string) => {
    setTyped(text);
    const call = text.trim();
    if (call === '' || CALL_ID.test(call)) change('call', call.toLowerCase());
  };
  return (
    <Field
      label={t('auditPage.filter.call')}
      htmlFor={id}
      hint={t('auditPage.filter.callHint')}
      fault={wrong ? t('auditPage.filter.callWrong') : undefined}
    >
      <Input
        id={id}
        allowClear={clear}
        {...(wrong && { status: 'error' as const })}
        value={typed ?? filters.call ?? ''}
        onChange={({ target }) => take(target.value)}
      />
    </Field>
  );
}
