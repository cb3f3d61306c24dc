import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './admin-page.js';
import { isMeant, TimeField } from './time-field.js';

export interface Period {
  from: string;
  to: string;
}

/** First and last day of a period, each held to the other. */
export function PeriodFields({ value, onChange }: { value: Period; onChange: (period: Period) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const field = (end: 'from' | 'to', limits: { min?: string; max?: string }) => (
    <Field htmlFor={id + end} label={t(`runs.${end}`)}>
      <TimeField
        id={id + end}
        exactness="day"
        value={value[end]}
        {...limits}
        onChange={(day) => onChange({ ...value, [end]: day })}
      />
    </Field>
  );
  return (
    <>
      {field('from', { max: value.to })}
      {field('to', { min: value.from })}
    </>
  );
}

/** Both days are there, in their order. */
export const isPeriod = ({ from, to }: Period): boolean => isMeant(from, 'day') && isMeant(to, 'day', from);
