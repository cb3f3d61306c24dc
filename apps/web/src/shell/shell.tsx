import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { AlertOutlined, DisconnectOutlined } from '@ant-design/icons';
import { parts } from '../components/opened/part.js';
import { whenOpened } from '../components/opened/drawer.js';
import { useCtrlK, useShortcuts } from '../components/keyboard.js';
import { useMay, useMe } from '../data/session.js';
import { usePush } from '../data/push.js';
import { useFormat, useLanguage } from '../format/use-format.js';
import { Idle } from './idle.js';
import { Rail } from './rail.js';
import { TopBar } from './top-bar.js';
import { watchActing } from './watch-acting.js';
import { announce, useAnnounced } from '../components/announce.js';
import { useToReview } from '../data/legal.js';
import './shell.css';

const PRODUCT = '首问 Shouwen';

/**
 * Gives the tab the name of the screen that is in it (WCAG 2.4.2): its heading, whenever that changes. A screen that was gone to is announced,
 * since a screen reader hears nothing of a page that changes in place, and takes the focus where the way there took it away.
 */
function usePageTitle(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  // The browser announces the first.
  const announced = useRef(pathname);
  useEffect(() => {
    const { current } = main;
    if (!current) return;
    const name = () => {
      const h1 = current.querySelector('h1');
      const heading = h1?.textContent?.trim();
      const title = heading ? `${heading} – ${PRODUCT}` : PRODUCT;
      if (document.title !== title) document.title = title;
      if (!heading || announced.current === pathname) return;
      announced.current = pathname;
      announce(heading, h1?.lang || undefined);
      if (document.activeElement === document.body) current.focus({ preventScroll: true });
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(current, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = PRODUCT;
    };
  }, [main, pathname]);
}

const KeyboardDialog = whenOpened(() => import('./keyboard-dialog.js').then((m) => m.KeyboardDialog));

/** Not needed to draw the first screen. */
const { ActingOver, ActingStrip, SecondFactorStrip, VersionStrip } = parts(() => import('./strips.js'));

const Palette = whenOpened(() => import('./palette.js').then((m) => m.Palette));

/** Rail, top bar and the screen that the address names. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const main = useRef<HTMLElement>(null);
  usePageTitle(main);
  useEffect(watchActing, []);
  const [keysShown, setKeysShown] = useState(false);
  useShortcuts({ '?': () => setKeysShown(true) });
  // A page that was open stays to be read; one that is opened after the end would be empty.
  const ended = me.acting?.over && me.permissions.length === 0 ? me.acting : null;
  const [finding, setFinding] = useState(false);
  useCtrlK(() => setFinding(true));
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('shell.skipToContent')}
      </a>
      <Rail />
      <div className="shell-main column spring shrinks">
        <TopBar onShowKeys={() => setKeysShown(true)} />
        {me.acting && !ended && <ActingStrip acting={me.acting} />}
        <SuspendedStrip />
        <EmergencyStrip />
        <ConnectionStrip />
        <Idle />
        <VersionStrip />
        <Announcements />
        {me.secondFactorDue !== null && <SecondFactorStrip />}
        <main className="column fills" id="content" tabIndex={-1} ref={main}>
          {ended ? <ActingOver acting={ended} /> : <Outlet />}
        </main>
      </div>
      <Palette open={finding} onClose={() => setFinding(false)} />
      <KeyboardDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}

/** Heard and not seen. It is there before anything is said: screen readers hear a change, not what comes along with its place. */
function Announcements() {
  const { key, words, lang } = useAnnounced();
  return (
    <div className="seen-by-readers-only" role="status">
      <span key={key} lang={lang}>
        {words}
      </span>
    </div>
  );
}

/** The alarm of emergency openings without a review: over every page of approvers and auditors, until they are reviewed. */
function EmergencyStrip() {
  const { t } = useTranslation();
  const items = useToReview(useMay('legal.oversee'));
  if (items.length === 0) return null;
  const late = items.filter(({ opening }) => opening?.overdue).length;
  const [only] = items.length === 1 ? items : [];
  return (
    <div className="alarm-strip" role="alert">
      <AlertOutlined aria-hidden />
      <b>{t('legal.strip.waiting', { count: items.length })}</b>
      {late > 0 && <span>{t('legal.strip.overdue', { count: late })}</span>}
      <Link to={only ? `/legal/requests/${only.requestId}` : '/legal/requests?view=to_review'}>
        {t('legal.strip.look')}
      </Link>
    </div>
  );
}

/** Tells a person whose roles wait which they are, why screens are missing, and whom to ask: over every page, until a colleague has confirmed them. */
function SuspendedStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const { waiting } = useMe();
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  if (waiting === null) return null;
  const roles = waiting.roles.map((role) => t(`shell.role.${role}`)).join(separator);
  const names = waiting.confirmers.map((name) => format.text(name)).join(separator);
  return (
    <div className="alarm-strip" role="alert">
      <AlertOutlined aria-hidden />
      <span>{names === '' ? t('suspension.mineUnnamed', { roles }) : t('suspension.mine', { roles, names })}</span>
    </div>
  );
}

/** How long it is said that the connection is back. */
const SAID_MS = 6_000;

/** Says on every screen from when the data is while the server is away, and that it is back: what is on the screen stays, and what is typed too. */
function ConnectionStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const live = usePush();
  const back = useBack(live.status);
  return (
    // There also while it is empty: a screen reader speaks what changes in it.
    <div role="status">
      {live.status === 'lost' && (
        <p className="stale">
          <DisconnectOutlined aria-hidden />
          {t('shell.stale', { time: format.time(live.since, true) })}
        </p>
      )}
      {back && <p className="stale">{t('shell.back')}</p>}
    </div>
  );
}

function useBack(status: 'connecting' | 'live' | 'lost'): boolean {
  const [was, setWas] = useState(status);
  const [back, setBack] = useState(false);
  if (was !== status) {
    setWas(status);
    setBack(was === 'lost' && status === 'live');
  }
  useEffect(() => {
    if (!back) return;
    void import('../offline/program.js').then((program) => program.lookForNewVersion());
    const timer = setTimeout(() => setBack(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [back]);
  return back;
}
