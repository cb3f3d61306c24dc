import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wallTime, type Exactness } from '../format/wall-time.rules.js';
import { loaded } from '../shell/later.js';
import { ToCome } from './opened/part.js';

const TimeCalendar = lazy(() => loaded(() => import('./time-calendar.js')));

interface Props {
  id?: string;
  /** Of a field without a label of its own beside it. */
  name?: string;
  exactness: Exactness;
  /** As it was typed or chosen, `2026-03-12 14:02`; empty for none. */
  value: string;
  /** Whether what was typed cannot be used; without it, the field judges. */
  wrong?: boolean;
  /** First and last day that can be meant. */
  min?: string | undefined;
  max?: string | undefined;
  placeholder?: string;
  /** What is read with the field. */
  'aria-describedby'?: string;
  /** Among small buttons. */
  small?: boolean;
  onChange: (typed: string) => void;
}

/**
 * The one field for days and times: typed or chosen from a calendar, by the site's wall clock, year first and 24-hour in every browser and
 * language. The calendar is loaded when it is first opened.
 */
export function TimeField({
  id,
  name,
  exactness,
  value,
  wrong,
  min,
  max,
  placeholder,
  small,
  onChange,
  ...aria
}: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const marked = wrong ?? (value.trim() !== '' && !isMeant(value, exactness, min, max));
  return (
    <span className={`time-field time-field-${exactness} ${small ? 'time-field-small' : ''}`}>
      <Input
        {...(id && { id })}
        {...(name && { 'aria-label': name })}
        {...aria}
        size={small ? 'small' : 'middle'}
        value={value}
        placeholder={placeholder ?? t(`time.form.${exactness}`)}
        maxLength={19}
        aria-invalid={marked}
        {...(marked && { status: 'error' as const })}
        onChange={({ target }) => onChange(target.value)}
        suffix={
          <Button
            type="text"
            size="small"
            icon={<CalendarOutlined />}
            aria-label={t('time.calendar')}
            title={t('time.calendar')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        }
      />
      {open && (
        <ToCome>
          <TimeCalendar {...{ exactness, value, min, max }} onChoose={onChange} onClose={() => setOpen(false)} />
        </ToCome>
      )}
    </span>
  );
}

/** Whether a typed text is a time within the days that can be meant. */
export function isMeant(typed: string, exactness: Exactness, min?: string, max?: string): boolean {
  const day = wallTime(typed, exactness)?.slice(0, 10);
  return day !== undefined && !(min && day < min) && !(max && day > max);
}
