import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { whenOpened } from '../components/opened/when-opened.js';
import { useCtrlK, useShortcuts } from '../components/keyboard.js';
import { EmergencyStrip } from './emergency-strip.js';
import { Rail } from './rail.js';
import { SuspendedStrip } from './suspended-strip.js';
import { TopBar } from './top-bar.js';
import './shell.css';

const KeyboardDialog = whenOpened(() => import('./keyboard-dialog.js').then((m) => m.KeyboardDialog));

const Palette = whenOpened(() => import('./palette.js').then((m) => m.Palette));

/** Rail, top bar and the screen that the address names. */
export function Shell() {
  const { t } = useTranslation();
  const [keysShown, setKeysShown] = useState(false);
  useShortcuts({ '?': () => setKeysShown(true) });
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
        <SuspendedStrip />
        <EmergencyStrip />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette open={finding} onClose={() => setFinding(false)} />
      <KeyboardDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
