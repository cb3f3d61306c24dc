import { callPeriodSchema, daysOfPeriod, type CallFilterName } from '#contracts';
import { DownOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { DayChoice } from '../../components/day-choice.js';
import { Menu } from '../../components/menu.js';
import { useMe } from '../../data/session.js';
import { siteDay } from '../../format/use-format.js';
import { useListFilters } from './list-filters.js';

export interface Choice {
  value: string;
  label: string;
}

interface SeveralProps {
  name: CallFilterName;
  choices: readonly Choice[];
  onSearch?: (text: string) => void;
}

/** A filter of which several values can be chosen; closed, it shows its name and how many. */
export function SeveralFilter({ name, choices, onSearch }: SeveralProps) {
  const { t } = useTranslation();
  const { filters, change } = useListFilters();
  const word = t(`calls.filter.${name as 'stage'}`);
  return (
    <Select
      className="filter-several"
      style={{ minWidth: widthFor(word) }}
      mode="multiple"
      aria-label={word}
      placeholder={word}
      value={filters[name]?.split(',') ?? []}
      onChange={(values: string[]) => change({ [name]: values.join(',') })}
      options={[...choices]}
      maxTagCount={0}
      maxTagPlaceholder={(omitted) => `${word} ${omitted.length}`}
      popupMatchSelectWidth={false}
      showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
      notFoundContent={<span className="faint">{t('calls.filter.noChoice')}</span>}
    />
  );
}

/** Wide enough to read the filter's name: the kit would cut it short. A Chinese character is as wide as two letters. */
const widthFor = (word: string): string => `calc(${word.replace(/\p{Script=Han}/gu, '00').length}ch + 50px)`;

/** First and last day, in the site's time zone; either may be left open. Periods move with the days, unless what is asked must stand still. */
export function DateFilter({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation();
  const { filters, change } = useListFilters();
  const { timeZone } = useMe();
  const presets = callPeriodSchema.options.map((period) => ({
    key: period,
    label: t(`calls.period.${period}`),
    chosen: filters.period === period,
    onClick: () => change(fixed ? daysOfPeriod(period, siteDay(timeZone)) : { period, from: undefined, to: undefined }),
  }));
  // A period that would end before it begins is that one day: the other end comes along.
  const choose = (end: 'from' | 'to', day: string | undefined) => {
    const other = end === 'from' ? filters.to : filters.from;
    const crossed = day !== undefined && other !== undefined && (end === 'from' ? day > other : day < other);
    change({ period: undefined, ...(crossed ? { from: day, to: day } : { [end]: day }) });
  };
  const day = (end: 'from' | 'to') => (
    <DayChoice
      name={t(`calls.filter.${end}`)}
      placeholder={t(`calls.filter.${end}`)}
      value={filters[end]}
      onChange={(chosen) => choose(end, chosen)}
    />
  );
  return (
    <span className="filter-date inline wraps" role="group" aria-label={t('calls.filter.date')}>
      {day('from')}
      <i className="faint" aria-hidden>
        –
      </i>
      {day('to')}
      <Menu items={presets}>
        <Button icon={<DownOutlined aria-hidden />} aria-label={t('calls.filter.spans')} aria-haspopup="menu" />
      </Menu>
    </span>
  );
}

interface RangeProps {
  word: string;
  least: CallFilterName;
  most: CallFilterName;
  highest: number;
}

/** A least and a most of some measure; either may be left open. */
export function RangeFilter({ word, least, most, highest }: RangeProps) {
  const { t } = useTranslation();
  const { filters, change } = useListFilters();
  const field = (name: CallFilterName, ask: string) => (
    <InputNumber
      size="small"
      min={0}
      max={highest}
      aria-label={`${word} ${ask}`}
      placeholder={ask}
      value={filters[name] === undefined ? null : Number(filters[name])}
      onChange={(value) => change({ [name]: value === null ? undefined : String(value) })}
    />
  );
  return (
    <div className="filter-range dense grid centred gap-2">
      <span>{word}</span>
      {field(least, t('calls.filter.least'))}
      <i className="faint" aria-hidden>
        –
      </i>
      {field(most, t('calls.filter.most'))}
    </div>
  );
}
