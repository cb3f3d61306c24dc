import { useState } from 'react';
import { wallTime } from '../format/wall-time.rules.js';
import { isMeant, TimeField } from './time-field.js';

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
