import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

const DAY = 'YYYY-MM-DD';

interface Props {
  id: string;
  /** `2026-03-12`; empty for none. */
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}

/** A day, year first in every browser and language. */
export function DayPicker({ id, value, min, max, onChange }: Props) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value, DAY) : null}
      {...(min && { minDate: dayjs(min, DAY) })}
      {...(max && { maxDate: dayjs(max, DAY) })}
      onChange={(day: Dayjs | null) => onChange(day?.format(DAY) ?? '')}
    />
  );
}
