import { outcomeSchema, type BackTest, type FlipList, type Outcome as OutcomeName } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Select } from '../../components/opened/select.js';
import { Waiting } from '../../components/waiting.js';
import { Failed } from '../../components/failure-note.js';
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

export function Flips({ test }: { test: BackTest }) {
  const { t } = useTranslation();
  const [choice, , clear] = useChoice();
  const list = useFlips(test.run.runId, choice);
  const flips = list.data?.pages.flatMap((page) => page.flips) ?? [];
  const filters = Object.keys(choice).length;
  return (
    <>
      <Filters test={test} />
      <Failed of={list} />
      {!list.data && !list.error && <Waiting />}
      {list.data && flips.length === 0 && (
        <p className="admin-hint">
          {t(filters > 0 ? 'backTest.noneFiltered' : 'backTest.none', { count: filters })}{' '}
          {filters > 0 && (
            <button type="button" className="plain link" onClick={clear}>
              {t('backTest.clear')}
            </button>
          )}
        </p>
      )}
      <ul className="flips">
        {flips.map((flip) => (
          <FlipRow key={`${flip.legId} ${flip.itemId}`} flip={flip} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
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

/** Opens the call at the moment, with the item selected. */
function FlipRow({ flip }: { flip: FlipList['flips'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = new URLSearchParams({ leg: String(flip.leg), item: flip.itemId });
  if (flip.atMs !== null) query.set('t', String(Math.floor(flip.atMs / 1000)));
  return (
    <li className="flip">
      <Link to={`/calls/${flip.callId}?${query.toString()}`}>{format.text(flip.title)}</Link>
      <span className="flip-move">
        <Outcome outcome={flip.from} /> → <Outcome outcome={flip.to} />
      </span>
      <small>
        {format.text(flip.agent.name)} {flip.agent.staffNumber}
      </small>
      <small>
        {format.dateTime(flip.startedAt)}
        {flip.atMs !== null && ` ${t('review.at', { at: format.clock(flip.atMs) })}`}
      </small>
    </li>
  );
}
