import { lazy, Suspense } from 'react';
import { loaded } from '../shell/later.js';

const DayRangeCalendar = lazy(() => loaded(() => import('./day-range-calendar.js')));

type Days = [from: string | undefined, to: string | undefined];

export interface DayRangeProps {
  className: string;
  'aria-label': string;
  placeholder: [string, string];
  value: Days;
  presets: { label: string; days: [string, string] }[];
  onChange: (days: Days) => void;
}

/** Two days in one field of a filter bar, either of them open; it arrives after the list, which does not wait for it. */
export function DayRange(props: DayRangeProps) {
  return (
    <Suspense fallback={<span className={`ant-picker ${props.className}`} aria-hidden />}>
      <DayRangeCalendar {...props} />
    </Suspense>
  );
}
