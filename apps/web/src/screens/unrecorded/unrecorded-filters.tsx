import { becameSchema, inAddress } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useUnrecordedChoices } from '../../data/calls.js';
import { useFormat } from '../../format/use-format.js';
import { ChoiceField, DayField, FilterBar, type Filtering } from '../audit/filter-fields.js';

export const FILTERS = ['from', 'to', 'became', 'queue', 'team'] as const;
export type UnrecordedFilter = (typeof FILTERS)[number];

/** By day, outcome, queue and team; a change begins at the newest call again. */
export function UnrecordedFilters(filtering: Filtering<UnrecordedFilter>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useUnrecordedChoices();
  const { filters, change, count, clear } = filtering;
  return (
    <FilterBar count={count} clear={clear}>
      <DayField of="from" {...filtering} />
      <DayField of="to" {...filtering} />
      <ChoiceField
        label={t('unrecorded.became')}
        value={filters.became}
        options={becameSchema.options.map((value) => ({ value, label: t(`legs.became.${value}`) }))}
        onChange={(became) => change('became', became)}
      />
      <ChoiceField
        label={t('unrecorded.queue')}
        value={filters.queue}
        options={(data?.queues ?? []).map((queue) => ({ value: inAddress(queue), label: queue }))}
        onChange={(queue) => change('queue', queue)}
      />
      <ChoiceField
        label={t('unrecorded.team')}
        value={filters.team}
        options={(data?.teams ?? []).map(({ teamId, name }) => ({ value: teamId, label: format.text(name) }))}
        onChange={(team) => change('team', team)}
      />
    </FilterBar>
  );
}
