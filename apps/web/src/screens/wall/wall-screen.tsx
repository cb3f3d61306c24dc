import {
  type Bilingual,
  inBoth,
  type Language,
  SOCKET_PATH,
  WALL_NAMESPACE,
  WALL_OVER,
  wallFrameSchema,
  type WallRow,
  type WallRowOf,
  wallsRoutes,
  type WallToClientEvents,
} from '#contracts';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Socket } from 'socket.io-client';
import { send } from '../../data/api.js';
import { choose } from '../../locales/i18n.js';
import { AgentState } from '../floor/agent-state.js';
import { Since } from '../floor/since.js';
import css from './wall.css?inline';

interface WallNow {
  status: 'opening' | 'live' | 'away' | 'over';
  rows: Readonly<Record<string, WallRow>>;
  /** How far this device's clock is ahead of the server's, milliseconds. */
  aheadMs: number;
}

const AGAIN_MS = 3_000;

/** Takes the link's secret out of the address, so that it is in no history, and has it once. */
function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (!token) return null;
  window.history.replaceState(null, '', window.location.pathname);
  return token;
}

/** Opens a link the first time; from then on the device is known by its cookie. */
function useWall(): WallNow {
  const [now, setNow] = useState<WallNow>({ status: 'opening', rows: {}, aheadMs: 0 });
  useEffect(() => {
    let gone = false;
    let socket: Socket<WallToClientEvents> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const is = (status: WallNow['status']) => setNow((was) => ({ ...was, status }));
    const over = () => {
      socket?.disconnect();
      setNow({ status: 'over', rows: {}, aheadMs: 0 });
    };
    const later = (act: () => void) => {
      clearTimeout(again);
      again = setTimeout(act, AGAIN_MS);
    };
    const connect = async () => {
      const { io } = await import('socket.io-client');
      if (gone) return;
      const opened: Socket<WallToClientEvents> = io(WALL_NAMESPACE, { path: SOCKET_PATH, transports: ['websocket'] });
      socket = opened;
      opened.on('wall', (message) => {
        const { at, whole, set, gone: without } = wallFrameSchema.parse(message);
        setNow(({ rows: before }) => {
          const rows = { ...(whole ? {} : before), ...set };
          for (const key of without) delete rows[key];
          return { status: 'live', rows, aheadMs: Date.now() - Date.parse(at) };
        });
      });
      opened.on('ended', over);
      opened.on('disconnect', (reason) => {
        setNow((was) => (was.status === 'over' ? was : { ...was, status: 'away' }));
        if (reason === 'io server disconnect') later(() => opened.connect());
      });
      opened.on('connect_error', ({ message }) => {
        if (message === WALL_OVER) return over();
        is('away');
        if (!opened.active) later(() => opened.connect());
      });
    };
    const token = takeToken();
    const begin = () =>
      void connect().catch(() => {
        if (gone) return;
        is('away');
        later(begin);
      });
    if (token === null) begin();
    // A link that opened nothing may still be this device's own, opened before: its cookie says so.
    else void send(wallsRoutes.open, { body: { token } }).then(begin, begin);
    return () => {
      gone = true;
      clearTimeout(again);
      socket?.disconnect();
    };
  }, []);
  return now;
}

// Not in the sheet that every screen loads: no other shows anything of it.

const rowsOf = <R extends WallRow['row']>(rows: Readonly<Record<string, WallRow>>, kind: R): WallRowOf<R>[] =>
  Object.values(rows).filter((row): row is WallRowOf<R> => row.row === kind);

/** A team's floor for everyone who passes, read from five metres. Nothing on it opens anything. */
export function WallScreen() {
  const { t, i18n } = useTranslation();
  const { status, rows, aheadMs } = useWall();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const [team] = rowsOf(rows, 'team');
  const said = (words: Bilingual) => inBoth(words)[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <main className="wall">
      <style>{css}</style>
      {team ? (
        <>
          <header>
            <h1>{said(team.name)}</h1>
            {status !== 'live' && <p role="status">{t('wall.away')}</p>}
          </header>
          <Figures team={team} queues={rowsOf(rows, 'queue')} aheadMs={aheadMs} />
          <Agents agents={rowsOf(rows, 'agent')} aheadMs={aheadMs} said={said} />
        </>
      ) : (
        <p className="wall-words" role="status">
          {t(status === 'over' ? 'wall.over' : status === 'away' ? 'wall.away' : 'wall.opening')}
        </p>
      )}
      <button type="button" className="wall-language plain" lang={other} onClick={() => void choose(other)}>
        {t('wall.language')}
      </button>
    </main>
  );
}

interface FiguresProps {
  team: WallRowOf<'team'>;
  queues: readonly WallRowOf<'queue'>[];
  aheadMs: number;
}

function Figures({
  team: { inTime, withinSeconds, targetPercent, answered, abandoned },
  queues,
  aheadMs,
}: FiguresProps) {
  const { t } = useTranslation();
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const longest = queues.flatMap(({ longestSince }) => longestSince ?? []).toSorted()[0];
  const wait = longest && (
    <>
      {t('floor.longest')} <Since at={longest} aheadMs={aheadMs} />
    </>
  );
  return (
    <dl className="wall-figures">
      <Figure name={t('floor.waiting')} value={waiting} note={wait ?? t('wall.none')} strong={waiting > 0} />
      <Figure
        name={t('wall.inTime', { seconds: withinSeconds })}
        value={inTime ? `${Math.round((100 * inTime.n) / inTime.of)}%` : '–'}
        note={t('floor.target', { percent: targetPercent })}
      />
      <Figure name={t('wall.answered')} value={answered} note={t('floor.today')} />
      <Figure name={t('wall.abandoned')} value={abandoned} note={t('floor.today')} />
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: ReactNode;
  note: ReactNode;
  strong?: boolean;
}

function Figure({ name, value, note, strong = false }: FigureProps) {
  return (
    <div className={strong ? 'wall-waits' : undefined}>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        <small>{note}</small>
      </dd>
    </div>
  );
}

/** Few are read from further away than many; beyond so many no one reads them all. */
const MOST = 60;
const sizeOf = (agents: number): string =>
  agents <= 6 ? 'few' : agents <= 12 ? 'some' : agents <= 27 ? 'many' : 'crowd';

function Agents({
  agents,
  aheadMs,
  said,
}: {
  agents: readonly WallRowOf<'agent'>[];
  aheadMs: number;
  said: (words: Bilingual) => string;
}) {
  const { t } = useTranslation();
  return (
    <ul className={`wall-agents ${sizeOf(agents.length)}`} aria-label={t('wall.agents')}>
      {agents.slice(0, MOST).map(({ personId, name, state, since }) => (
        <li key={personId} className={`wall-${state}`}>
          <b title={said(name)}>{said(name)}</b>
          <AgentState state={state} />
          {since && state !== 'ended' && <Since at={since} aheadMs={aheadMs} />}
        </li>
      ))}
      {agents.length > MOST && <li>{t('wall.more', { count: agents.length - MOST })}</li>}
    </ul>
  );
}
