import type { FloorRowOf, FloorRows } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Dash } from '../../components/data-table.js';
import { rowOf, rowsOf } from '../../data/floor.rules.js';
import { useFormat } from '../../format/use-format.js';
import { RateWords } from '../reports/figure-cells.js';
import { Since } from './since.js';

interface Props {
  team: FloorRowOf<'team'>;
  rows: FloorRows;
  /** There are others beside it. */
  named: boolean;
  aheadMs: number;
}

/** The figures of a team: now, and of today as the report counts them. */
export function TeamStrip({ team, rows, named, aheadMs }: Props) {
  const { t } = useTranslation();
  const { text, number, percent } = useFormat();
  const agents = rowsOf(rows, 'agent');
  const queues = rowsOf(rows, 'queue');
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const longest = queues.flatMap(({ longestSince }) => longestSince ?? []).toSorted()[0];
  const talking = agents.filter(({ state }) => state === 'talking').length;
  const promises = rowOf(rows, 'promises');
  const { inTime, abandonment, abandoned, offered, answered, withinSeconds, targetPercent } = team;
  return (
    <div className="floor-strip ruled-below padded" role="group" aria-label={text(team.name)}>
      {named && <h2>{text(team.name)}</h2>}
      <dl>
        <Figure
          name={t('floor.inCalls')}
          value={number(talking)}
          note={t('floor.ofAgents', { n: number(agents.length) })}
        />
        <Figure
          name={t('floor.waiting')}
          value={number(waiting)}
          strong={longest !== undefined}
          note={
            longest && (
              <>
                {t('floor.longest')} <Since at={longest} aheadMs={aheadMs} />
              </>
            )
          }
        />
        <Figure
          name={t('floor.inTime', { seconds: number(withinSeconds) })}
          value={inTime ? `${percent(inTime.n / inTime.of, 1)}%` : <Dash />}
          note={
            <span className="ruled wraps">
              {inTime && <RateWords of={inTime} />}
              <span>{t('floor.target', { percent: number(targetPercent) })}</span>
            </span>
          }
        />
        <Figure
          name={t('floor.abandoned')}
          value={number(abandoned)}
          note={
            <span className="ruled">
              {abandonment && <span>{percent(abandonment.n / abandonment.of, 1)}%</span>}
              <span>{t('floor.offered', { offered: number(offered), answered: number(answered) })}</span>
            </span>
          }
        />
        {promises && (
          <Figure
            name={<Link to="/promises">{t('floor.promises')}</Link>}
            value={number(promises.overdue + promises.dueToday)}
            strong={promises.overdue > 0}
            note={t('floor.overdue', { count: promises.overdue })}
          />
        )}
      </dl>
    </div>
  );
}

function Figure({
  name,
  value,
  note,
  strong = false,
}: {
  name: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  strong?: boolean;
}) {
  return (
    <div className={strong ? 'floor-figure strong' : 'floor-figure'}>
      <dt className="label">{name}</dt>
      <dd>
        <b>{value}</b>
        <small>{note}</small>
      </dd>
    </div>
  );
}
