import { useState, useId } from 'react';
import { wallTime } from '../format/wall-time.rules.js';
import { isMeant, TimeField } from './time-field.js';
import { useTranslation } from 'react-i18next';
import { Field } from './admin-page.js';

interface Props {
  id?: string;
  name?: string;
  placeholder?: string;
  small?: boolean;
  /** `2026-03-12` */
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** A day that takes effect at once, as in a filter: half a day that is being typed changes nothing yet. */
export function DayChoice({ value, min, max, onChange, ...field }: Props) {
  const [typed, setTyped] = useState({ of: value, text: value ?? '' });
  const text = typed.of === value ? typed.text : (value ?? '');
  const type = (next: string) => {
    const day = isMeant(next, 'day', min, max) ? (wallTime(next, 'day') ?? undefined) : undefined;
    const changes = day !== undefined || next === '';
    setTyped({ of: changes ? day : value, text: next });
    if (changes && day !== value) onChange(day);
  };
  return <TimeField {...field} exactness="day" value={text} min={min} max={max} onChange={type} />;
}

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
