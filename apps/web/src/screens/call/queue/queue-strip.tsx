import { LeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Failed } from '../../../components/failure-note.js';
import { useShortcuts } from '../../../components/keyboard.js';
import { useNextToJudge } from '../../../data/reviews.js';
import { placeFrom, type QueuePlace } from '../../../data/queue-place.rules.js';

/** Over a call that was opened from “To judge”: on to the next one of the same list, and back to it. */
export function QueueStrip({ at }: { at: string }) {
  const place = placeFrom(at);
  return place && <Strip place={place} />;
}

function Strip({ place }: { place: QueuePlace }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const next = useNextToJudge(place);
  const [looking, setLooking] = useState(false);
  // Asked again: a colleague may have done, or taken, what was next when the page was read.
  const go = async () => {
    if (looking) return;
    setLooking(true);
    const { data } = await next.refetch();
    setLooking(false);
    if (data?.to) await navigate(data.to);
  };
  useShortcuts({ j: () => void go() });
  const left = next.data?.left ?? null;
  const back = useRef<HTMLAnchorElement>(null);
  // The button that had the focus is gone with the last one.
  useEffect(() => {
    if (left === 0 && document.activeElement === document.body) back.current?.focus();
  }, [left]);
  return (
    <nav className="queue-strip" aria-label={t('review.title')}>
      <Link ref={back} to={`/review?${place.list}=${place.filter}`}>
        <LeftOutlined aria-hidden /> {t('review.title')}
      </Link>
      <span role="status">{left === 0 && t('review.nothingLeft')}</span>
      <span className="spring" />
      {left !== 0 && (
        <Button size="small" type="primary" loading={looking} disabled={left === null} onClick={() => void go()}>
          {t('review.next', { count: left ?? 0 })}
        </Button>
      )}
      <Failed of={{ error: next.error }} />
    </nav>
  );
}
