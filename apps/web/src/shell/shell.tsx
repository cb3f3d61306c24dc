import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { part } from '../components/opened/part.js';
import { whenOpened } from '../components/opened/when-opened.js';
import { useCtrlK, useShortcuts } from '../components/keyboard.js';
import { Announcements } from './announcements.js';
import { useMe } from '../data/session.js';
import { ConnectionStrip } from './connection-strip.js';
import { EmergencyStrip } from './emergency-strip.js';
import { Idle } from './idle.js';
import { Rail } from './rail.js';
import { SuspendedStrip } from './suspended-strip.js';
import { TopBar } from './top-bar.js';
import { usePageTitle } from './use-page-title.js';
import { watchActing } from './watch-acting.js';
import './shell.css';

const KeyboardDialog = whenOpened(() => import('./keyboard-dialog.js').then((m) => m.KeyboardDialog));

/** Not needed to draw the first screen. */
const ActingOver = part(() => import('./acting-over.js'));
const ActingStrip = part(() => import('./acting-strip.js'));
const SecondFactorStrip = part(() => import('./second-factor-strip.js'));
const VersionStrip = part(() => import('./version-strip.js'));

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
      <div className="shell-main">
        <TopBar onShowKeys={() => setKeysShown(true)} />
        {me.acting && !ended && <ActingStrip acting={me.acting} />}
        <SuspendedStrip />
        <EmergencyStrip />
        <ConnectionStrip />
        <Idle />
        <VersionStrip />
        <Announcements />
        {me.secondFactorDue !== null && <SecondFactorStrip />}
        <main id="content" tabIndex={-1} ref={main}>
          {ended ? <ActingOver acting={ended} /> : <Outlet />}
        </main>
      </div>
      <Palette open={finding} onClose={() => setFinding(false)} />
      <KeyboardDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
