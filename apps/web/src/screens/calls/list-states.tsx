import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { WrittenFilters } from '#contracts';
import { useEffect, useState } from 'react';
import type { ListStart } from '../../data/call-list.js';
import { ALL_CALLS, chipsOf } from './filters.rules.js';
import { usePush } from '../../data/push.js';
import { useFormat } from '../../format/use-format.js';

/** The shape of the rows to come; the words only for screen readers. */
export function LoadingList() {
  const { t } = useTranslation();
  return (
    <div role="row">
      <span role="cell" className="seen-by-readers-only">
        {t('calls.reading')}
      </span>
      {Array.from({ length: 10 }, (_, index) => (
        <div key={index} className="call-row hovers skeleton dense relative" aria-hidden>
          {[52, 96, 130, 36, 110, 150, 40, 70].map((width, column) => (
            <span key={column} className="bone" style={{ width }} />
          ))}
        </div>
      ))}
    </div>
  );
}

export function EmptyList({ filters, start }: { filters: WrittenFilters; start: ListStart }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const count = chipsOf(filters).length;
  if (count === 0) return <p className="note">{t(start === null ? 'calls.empty' : 'calls.emptyBefore')}</p>;
  return (
    <p className="note">
      {t('calls.emptyFiltered', { count })}
      <button type="button" className="plain link" onClick={() => void navigate(ALL_CALLS)}>
        {t('calls.filters.clear')}
      </button>
    </p>
  );
}

/** `● Live, 14:04:37`: the second up to which the screen is right. */
export function LiveSign() {
  const { t } = useTranslation();
  const format = useFormat();
  const live = usePush();
  const now = useSecond();
  if (live.status === 'lost') return null;
  return (
    <span className="live-sign line dense soft beside">
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
