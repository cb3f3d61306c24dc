import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { part } from '../../components/opened/part.js';
import { useRoom } from '../../components/use-media.js';
import { useUnread } from '../../data/notifications.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { isInBrowser, isInFlight, sumUp } from './pause.rules.js';
import { type Desk, uploadDesk } from './upload-desk.js';
import { isOpen, useBackTests, useRescores } from '../../data/runs.js';
import { RunRow } from '../back-tests/run-row.js';
import { PauseNote } from './pause-note.js';
import { useKeptDesk } from './use-upload-desk.js';

const ToldList = part(() => import('../../shell/told-list.js'));

/** The bell: notifications of this person, and long work that goes on no matter which screen is shown. */
export function WorkTray() {
  const may = [useMay('calls.ingest'), useMay('scorecards.backtest'), useMay('scorecards.rescore')];
  return may.includes(true) ? <Tray /> : <Told />;
}

/** For a person who starts no long work. */
function Told() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const unread = useUnread();
  const name = unread > 0 ? t('told.bell', { count: unread }) : t('told.bellNone');
  return (
    <Bell {...{ open, setOpen, name }} count={unread}>
      <ToldList onGone={() => setOpen(false)} />
    </Bell>
  );
}

interface BellProps {
  open: boolean;
  setOpen: (open: boolean) => void;
  name: string;
  count: number;
  children: ReactNode;
}

function Bell({ open, setOpen, name, count, children }: BellProps) {
  // In the middle of a narrow screen, the list would reach over its left edge.
  const placement = useRoom() === 'phone' ? 'bottom' : 'bottomRight';
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement={placement} content={children}>
      <span className="bell">
        <Button type="text" icon={<BellOutlined />} aria-label={name} aria-expanded={open} />
        {count > 0 && <b aria-hidden>{count > 999 ? '999+' : count}</b>}
      </span>
    </Popover>
  );
}

function Tray() {
  const { t } = useTranslation();
  const desk = useKeptDesk();
  const [open, setOpen] = useState(false);
  const begun = desk.startedAt !== null && desk.files.length > 0;
  const runs = useOpenRuns();
  const left = (begun ? desk.files.filter(({ state }) => isInFlight(state)).length : 0) + runs.length;
  const unread = useUnread();
  const work = left > 0 ? t('tray.name', { count: left }) : t('tray.nothing');
  const name = unread > 0 ? `${t('told.bell', { count: unread })} · ${work}` : work;
  return (
    <Bell {...{ open, setOpen, name }} count={left + unread}>
      {runs.length > 0 && <OpenRuns runs={runs} onGone={() => setOpen(false)} />}
      {begun && <UploadWork desk={desk} onGone={() => setOpen(false)} />}
      {!begun && runs.length === 0 && <p>{t('tray.nothing')}</p>}
      <ToldList onGone={() => setOpen(false)} />
    </Bell>
  );
}

function UploadWork({ desk, onGone }: { desk: Desk; onGone: () => void }) {
  const { t } = useTranslation();
  const { number, duration } = useFormat();
  const states = desk.files.map(({ state }) => state);
  const moving = states.filter(isInFlight).length;
  const sending = states.some(isInBrowser);
  const elapsed = useElapsed(desk.startedAt, moving > 0);
  const done = states.length - moving;
  const share = states.length === 0 ? 0 : done / states.length;
  // Before a tenth is done an estimate would be a guess.
  const estimate = moving > 0 && share >= 0.1 ? (elapsed / share) * (1 - share) : null;
  return (
    <section className="tray" aria-label={t('tray.work')}>
      <h2>{t('tray.work')}</h2>
      <p>
        {t('tray.done', { done: number(done), total: number(states.length) })}
        <span> {t('tray.elapsed', { duration: duration(elapsed) })}</span>
        {estimate !== null && <span> {t('tray.estimate', { duration: duration(estimate) })}</span>}
      </p>
      <i className="file-bar" aria-hidden>
        <i style={{ width: `${share * 100}%` }} />
      </i>
      <small>
        {sumUp(states)
          .map(({ group, count }) => t(`tray.sum.${group}`, { count }))
          .join(t('tray.sumAnd'))}
      </small>
      <PauseNote desk={desk} />
      <div>
        <Link to="/upload" onClick={onGone}>
          {t('tray.open')}
        </Link>
        {sending && (
          <Button size="small" onClick={() => uploadDesk.cancel()}>
            {t('tray.cancelAll')}
          </Button>
        )}
      </div>
      {sending && <small>{t('tray.cancelLeaves')}</small>}
    </section>
  );
}

/** Milliseconds since the work began; stops once it is done. */
function useElapsed(startedAt: number | null, on: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on]);
  return startedAt === null ? 0 : Math.max(0, now - startedAt);
}

/** Passes over past calls that are under way, for the bell; they go on no matter which screen is shown, and outlive a reload. */
function useOpenRuns() {
  const [tests, rescores] = [useBackTests(), useRescores()];
  return [...(tests.data ?? []), ...(rescores.data ?? [])].filter(isOpen);
}

function OpenRuns({ runs, onGone }: { runs: ReturnType<typeof useOpenRuns>; onGone: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="tray" aria-label={t('runs.tray')}>
      <h2>{t('runs.tray')}</h2>
      <ul className="runs">
        {runs.map((run) => (
          <RunRow key={run.runId} run={run} onGone={onGone} />
        ))}
      </ul>
    </section>
  );
}
