import type { FloorRowOf, FloorRows } from '#contracts';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AdminPage } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { Waiting } from '../../components/waiting.js';
import { useShortcuts } from '../../components/keyboard.js';
import { type FloorNow, useFloor } from '../../data/floor.js';
import { recordsOf, rowOf, rowsOf } from '../../data/floor.rules.js';
import { useFormat } from '../../format/use-format.js';
import { AgentTile, rangeOf } from './agent-tile.js';
import { listenByKey } from './listen-in.js';
import { AlarmList } from './alarm-list.js';
import { ResultFeed } from './result-feed.js';
import { Since } from './since.js';
import { TeamStrip } from './team-strip.js';
import './floor.css';

/** What goes on in one's teams, while something can still be done. */
export function FloorScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('team');
  const floor = useFloor(wanted === null ? null : [wanted]);
  const { teams, floors, lost } = floor;
  useShortcuts({ l: listenByKey });
  const [first] = Object.values(floors);
  const records = recordsOf(first);
  const choose = (team: string) => setSearch(team === 'all' ? {} : { team }, { replace: true });
  return (
    <AdminPage
      title={t('floor.title')}
      needs="floor.read"
      head={
        <small role="status">
          {lost
            ? t('floor.lost')
            : typeof records === 'object'
              ? t('floor.recordsAt', { at: format.time(records.at, true) })
              : records === 'none' && t('floor.noRecords')}
        </small>
      }
      acts={
        teams &&
        teams.teams.length > 1 && (
          <Select
            className="floor-teams"
            aria-label={t('floor.team')}
            value={wanted ?? 'all'}
            onChange={choose}
            options={[
              { value: 'all', label: t('floor.everyTeam') },
              ...teams.teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) })),
            ]}
          />
        )
      }
    >
      {teams === null ? <Waiting /> : <Floors floor={floor} />}
    </AdminPage>
  );
}

function Floors({ floor: { teams, floors, aheadMs } }: { floor: FloorNow }) {
  const { t } = useTranslation();
  const { shown = [], teams: all = [] } = teams ?? {};
  const open = shown.flatMap((teamId) => (floors[teamId] ? [{ teamId, rows: floors[teamId] }] : []));
  const of = <R,>(find: (rows: FloorRows) => readonly R[]): R[] => open.flatMap(({ rows }) => find(rows));
  if (shown.length === 0) return <p className="note">{t('floor.noTeam')}</p>;
  const points = of((rows) => rowsOf(rows, 'points'));
  const range = rangeOf(points);
  const alarms = open
    .flatMap(({ teamId, rows }) => rowsOf(rows, 'alarm').map((alarm) => ({ teamId, alarm })))
    .toSorted((a, b) => a.alarm.since.localeCompare(b.alarm.since));
  const results = of((rows) => rowsOf(rows, 'result')).toSorted((a, b) => b.landedAt.localeCompare(a.landedAt));
  const promises = of((rows) => rowsOf(rows, 'promise')).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <div className="floor">
      <div className="floor-teams-now">
        {shown.length < all.length && (
          <p className="note">{t('floor.moreTeams', { count: all.length - shown.length })}</p>
        )}
        {open.map(({ teamId, rows }) => (
          <TeamFloor key={teamId} {...{ rows, range, aheadMs, named: shown.length > 1 }} />
        ))}
        <p className="floor-note">{t('floor.note')}</p>
      </div>
      <aside className="floor-side">
        <Side title={t('floor.alarm.title')}>
          <AlarmList alarms={alarms} aheadMs={aheadMs} />
        </Side>
        <Side title={t('floor.queue.title')}>
          <QueueList queues={of((rows) => rowsOf(rows, 'queue'))} aheadMs={aheadMs} />
        </Side>
        <Side title={t('floor.feed.title')}>
          <ResultFeed results={results} />
        </Side>
        <Side title={t('floor.promise.title')}>
          <PromiseList promises={promises} />
        </Side>
      </aside>
    </div>
  );
}

interface TeamFloorProps {
  rows: FloorRows;
  range: [number, number];
  aheadMs: number;
  named: boolean;
}

function TeamFloor({ rows, range, aheadMs, named }: TeamFloorProps) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const team = rowOf(rows, 'team');
  if (!team) return null;
  const points = new Map(rowsOf(rows, 'points').map((one) => [one.personId, one]));
  const agents = rowsOf(rows, 'agent').toSorted((a, b) =>
    a.staffNumber.localeCompare(b.staffNumber, 'en', { numeric: true }),
  );
  return (
    <>
      <TeamStrip {...{ team, rows, named, aheadMs }} />
      {agents.length === 0 && <p className="note">{t('floor.noAgents')}</p>}
      <ul className="tiles grid ruled-below" aria-label={t('floor.agents', { team: text(team.name) })}>
        {agents.map((agent) => (
          <AgentTile key={agent.personId} {...{ agent, range, aheadMs }} points={points.get(agent.personId)} />
        ))}
      </ul>
    </>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Who waits in which queue. */
function QueueList({ queues, aheadMs }: { queues: readonly FloorRowOf<'queue'>[]; aheadMs: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (queues.length === 0) return <p className="floor-none">{t('floor.queue.none')}</p>;
  return (
    <ul className="floor-list dense lined">
      {queues.map(({ queue, waiting, longestSince }) => (
        <li
          key={queue}
          className={
            waiting > 0 ? 'floor-queue waits grid at-base gap-2 faint' : 'floor-queue grid at-base gap-2 faint'
          }
        >
          <span>{queue || t('floor.queue.nameless')}</span>
          <b>{number(waiting)}</b>
          <small className="ends">{longestSince && <Since at={longestSince} aheadMs={aheadMs} />}</small>
        </li>
      ))}
    </ul>
  );
}

/** What was promised and is due today, the first first. */
function PromiseList({ promises }: { promises: readonly FloorRowOf<'promise'>[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (promises.length === 0) return <p className="floor-none">{t('floor.promise.none')}</p>;
  return (
    <ul className="floor-list dense lined">
      {promises.map(({ callId, owner, customer, dueAt, overdue }) => (
        <li
          key={`${callId}:${dueAt}`}
          className={overdue ? 'floor-promise overdue grid gap-2' : 'floor-promise grid gap-2'}
        >
          <b>{format.isToday(dueAt) ? format.time(dueAt) : format.dateTime(dueAt)}</b>
          <div>
            <Link to={`/calls/${callId}`}>{format.text(owner)}</Link>
            <p className="ruled">
              {customer && <span>{customer}</span>}
              {overdue && <span>{t('floor.promise.overdue')}</span>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
