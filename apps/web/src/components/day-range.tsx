import { lazy, Suspense } from 'react';
import { loaded } from '../shell/later.js';
import type { DayRangeProps } from './day-range-props.js';

const DayRangeCalendar = lazy(() => loaded(() => import('./day-range-calendar.js')));

/** Two days in one field of a filter bar, either of them open; it arrives after the list, which does not wait for it. */
export function DayRange(props: DayRangeProps) {
  return (
    <Suspense fallback={<span className={`ant-picker ${props.className}`} aria-hidden />}>
      <DayRangeCalendar {...props} />
    </Suspense>
  );
}
