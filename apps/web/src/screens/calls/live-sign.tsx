import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../data/live.js';
import { useFormat } from '../../format/use-format.js';

/** `● Live, 14:04:37`: the second up to which the screen is right. */
export function LiveSign() {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useLive();
  const now = useSecond();
  if (live.status === 'lost') return null;
  return (
    <span className="live-sign">
      <i className={live.status} />
      {live.status === 'live' ? t('calls.live', { time: format.time(now, true) }) : t('calls.connecting')}
    </span>
  );
}

function useSecond(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
