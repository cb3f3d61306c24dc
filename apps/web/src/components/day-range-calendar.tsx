import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { DayRangeProps } from './day-range-props.js';
import { useSiteCalendar } from './site-calendar.js';

const DAY = 'YYYY-MM-DD';

export default function DayRangeCalendar({ value: [from, to], presets, onChange, ...field }: DayRangeProps) {
  useSiteCalendar();
  const day = (text: string | undefined) => (text ? dayjs(text, DAY) : null);
  return (
    <DatePicker.RangePicker
      {...field}
      allowEmpty
      format={DAY}
      value={[day(from), day(to)]}
      onChange={(days) => onChange([days?.[0]?.format(DAY), days?.[1]?.format(DAY)])}
      presets={presets.map(({ label, days }) => ({ label, value: [dayjs(days[0], DAY), dayjs(days[1], DAY)] }))}
    />
  );
}
