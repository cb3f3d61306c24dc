import { outcomeSchema, type BackTest, type FlipList, type Outcome as OutcomeName } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Select } from '../../components/opened/select.js';
import { DataList } from '../../components/data-table.js';
import { useFlips, type FlipChoice } from '../../data/runs.js';
import { useFormat } from '../../format/use-format.js';
import { Outcome } from './summary.js';

const NAMES = ['item', 'from', 'to', 'agent'] as const;

/** The filters live in the address, so that a finding can be sent to a colleague. */
function useChoice(): [FlipChoice, (name: (typeof NAMES)[number], value: string | undefined) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const outcome = (name: 'from' | 'to') => outcomeSchema.options.find((one) => one === search.get(name));
  const [item, agent] = [search.get('item'), search.get('agent')];
  const [from, to] = [outcome('from'), outcome('to')];
  const choice = { ...(item && { item }), ...(agent && { agent }), ...(from && { from }), ...(to && { to }) };
  const choose = (name: string, value: string | undefined) =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return [choice, choose, () => setSearch({}, { replace: true })];
}

type Flip = FlipList['flips'][number];

export function Flips({ test }: { test: BackTest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [choice, , clear] = useChoice();
  const list = useFlips(test.run.runId, choice);
  const filters = Object.keys(choice).length;
  return (
    <>
      <Filters test={test} />
      <DataList
        of={list}
        rowsOf={({ flips }) => flips}
        keyOf={(flip) => `${flip.legId} ${flip.itemId}`}
        empty={
          <>
            {t(filters > 0 ? 'backTest.noneFiltered' : 'backTest.none', { count: filters })}{' '}
            {filters > 0 && (
              <button type="button" className="plain link" onClick={clear}>
                {t('backTest.clear')}
              </button>
            )}
          </>
        }
        columns={[
          {
            name: t('backTest.item'),
            cell: (flip) => <Link to={placeOf(flip)}>{format.text(flip.title)}</Link>,
          },
          {
            name: t('backTest.flipList'),
            cell: ({ from, to }) => (
              <>
                <Outcome outcome={from} /> → <Outcome outcome={to} />
              </>
            ),
          },
          {
            name: t('backTest.agent'),
            cell: ({ agent }) => (
              <small>
                {format.text(agent.name)} {agent.staffNumber}
              </small>
            ),
          },
          {
            name: t('review.call'),
            cell: ({ startedAt, atMs }) => (
              <small>
                {format.dateTime(startedAt)}
                {atMs !== null && ` ${t('review.at', { at: format.clock(atMs) })}`}
              </small>
            ),
          },
        ]}
      />
    </>
  );
}

/** The call at the moment, with the item selected. */
function placeOf({ callId, leg, itemId, atMs }: Flip): string {
  const query = new URLSearchParams({ leg: String(leg), item: itemId });
  if (atMs !== null) query.set('t', String(Math.floor(atMs / 1000)));
  return `/calls/${callId}?${query.toString()}`;
}

function Filters({ test }: { test: BackTest }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const [choice, choose] = useChoice();
  const outcomes = outcomeSchema.options.map((value: OutcomeName) => ({ value, label: t(`outcome.${value}`) }));
  const options = {
    item: test.items.map(({ itemId, title }) => ({ value: itemId, label: text(title) })),
    from: outcomes,
    to: outcomes,
    agent: test.agents.map(({ agent }) => ({ value: agent.personId, label: text(agent.name) })),
  };
  return (
    <div className="admin-row flips-filters">
      {NAMES.map((name) => (
        <div key={name} className="admin-field">
          <label htmlFor={`flips-${name}`}>{t(`backTest.filter.${name}`)}</label>
          <Select
            id={`flips-${name}`}
            allowClear
            placeholder={t('backTest.any')}
            value={choice[name]}
            options={options[name]}
            onChange={(value: string | undefined) => choose(name, value)}
          />
        </div>
      ))}
    </div>
  );
}
