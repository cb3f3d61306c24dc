import { DisconnectOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../data/live.js';
import { useFormat } from '../format/use-format.js';

/** How long it is said that the connection is back. */
const SAID_MS = 6_000;

/** Says on every screen from when the data is while the server is away, and that it is back: what is on the screen stays, and what is typed too. */
export function ConnectionStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useLive();
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
