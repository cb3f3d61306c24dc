import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayChoice } from '../../components/day-choice.js';
import { SeveralFilter } from '../calls/filter-controls.js';
import { useChoices } from '../calls/use-choices.js';
import { SPANS } from './spans.rules.js';
import { useReportAddress } from './use-report-address.js';

const FILTERS = ['team', 'client', 'agent', 'queue', 'language', 'direction'] as const;

/** Which calls are counted; all of it is in the address. */
export function ReportFilters() {
  const { t } = useTranslation();
  const { span, choose } = useReportAddress();
  const { choices, searchAgents } = useChoices();
  const spans = SPANS.map((value) => ({ value: value as string, label: t(`reports.span.${value}`) }));
  return (
    <div className="report-filters" role="group" aria-label={t('calls.filters.label')}>
      <Segmented
        aria-label={t('reports.period')}
        value={span ?? ''}
        options={spans}
        onChange={(to) => choose(to as (typeof SPANS)[number])}
      />
      <AnyDays />
      {FILTERS.map((name) => (
        <SeveralFilter
          key={name}
          name={name}
          choices={choices[name] ?? []}
          {...(name === 'agent' && { onSearch: searchAgents })}
        />
      ))}
    </div>
  );
}

/** Any first and last day. A period that would end before it begins is that one day: the other end comes along. */
function AnyDays() {
  const { t } = useTranslation();
  const { days, chooseDays } = useReportAddress();
  const field = (end: 'from' | 'to') => (
    <DayChoice
      name={t(`calls.filter.${end}`)}
      value={days[end]}
      onChange={(day) => {
        if (day === undefined) return;
        const chosen = { ...days, [end]: day };
        chooseDays(chosen.from > chosen.to ? { from: day, to: day } : chosen);
      }}
    />
  );
  return (
    <span className="filter-date" role="group" aria-label={t('calls.filter.date')}>
      {field('from')}
      <i aria-hidden>–</i>
      {field('to')}
    </span>
  );
}
