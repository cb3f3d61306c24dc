import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { Desk } from './upload-desk.js';

/** Why nothing is being sent, and for how long. Not read out each second: the rows say it in words. */
export function PauseNote({ desk: { pause, files } }: { desk: Desk }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const [now, setNow] = useState(Date.now);
  const on = pause !== null && files.some(({ state }) => state.kind === 'waiting');
  useEffect(() => {
    if (!on) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on, pause]);
  if (!on) return null;
  const left = Math.max(1, Math.ceil((pause.until - now) / 1000)) * 1000;
  return (
    <small role="timer" className="pause-note">
      {t(`upload.pause.${pause.why}`, { duration: duration(left) })}
    </small>
  );
}
