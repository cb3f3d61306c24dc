import type { CallRow } from '#contracts';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { DataList } from '../../components/data-table.js';
import { useCallList } from '../../data/call-list.js';
import { useFormat } from '../../format/use-format.js';
import { CallFiltersBar } from '../calls/call-filters-bar.js';
import { FilterChips } from '../calls/filter-chips.js';
import { useListFilters } from '../calls/list-filters.js';
import { useChoices } from '../calls/use-choices.js';

interface Props {
  chosen: readonly string[];
  onChange: (callIds: readonly string[]) => void;
}

/** Most calls that one hold lists. */
const MOST = 1_000;

/** Calls by the filters of their list, each to be ticked; what is ticked stays so under later filters. */
export function CallChoice({ chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { filters } = useListFilters();
  const choices = useChoices();
  const list = useCallList(filters);
  const calls = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const add = (ids: readonly string[]) => onChange([...new Set([...chosen, ...ids])].slice(0, MOST));
  return (
    <>
      <CallFiltersBar choices={choices} />
      <FilterChips choices={choices} bare="/holds/new" />
      <Acts>
        <span role="status">{t('holds.selected', { count: chosen.length })}</span>
        {calls.length > 0 && (
          <Button size="small" onClick={() => add(calls.map(({ callId }) => callId))}>
            {t('holds.selectShown', { shown: calls.length })}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button size="small" onClick={() => onChange([])}>
            {t('holds.clearSelected')}
          </Button>
        )}
      </Acts>
      <DataList
        className="legal-recordings above-2"
        of={list}
        rowsOf={({ items }) => items}
        empty={t('holds.noCalls')}
        more={t('holds.more')}
        row={(call) => (
          <ChoiceRow
            key={call.callId}
            call={call}
            checked={chosen.includes(call.callId)}
            onCheck={(on) => (on ? add([call.callId]) : onChange(chosen.filter((id) => id !== call.callId)))}
          />
        )}
      />
    </>
  );
}

function ChoiceRow({ call, checked, onCheck }: { call: CallRow; checked: boolean; onCheck: (on: boolean) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startedAt, agent, customer, matter, durationMs } = call;
  const at = format.dateTime(startedAt);
  const name = format.text(agent.name);
  return (
    <tr>
      <td>
        <Checkbox
          checked={checked}
          onChange={({ target }) => onCheck(target.checked)}
          aria-label={t('holds.select', { at, agent: name })}
        >
          {at}
        </Checkbox>
      </td>
      <td>{name}</td>
      <td>
        {customer}
        <small lang={call.language ?? undefined}>{matter}</small>
      </td>
      <td>{durationMs === null ? '' : format.duration(durationMs)}</td>
    </tr>
  );
}
