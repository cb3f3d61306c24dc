import type { CoachingMoment, CoachingView } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parts } from '../../components/opened/part.js';
import { MomentEntry } from './moment-entry.js';

const { MomentDialog } = parts(() => import('./dialogs.js'));

/** The moments that a session is about, each played where it is. One sounds at a time. */
export function Moments({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const [playing, setPlaying] = useState<string | null>(null);
  const [edited, setEdited] = useState<CoachingMoment | null>(null);
  const { moments, hiddenMoments, sessionId } = session;
  return (
    <section className="admin-section">
      <h2>{t('coachingPage.moments.title')}</h2>
      {moments.length === 0 && <p className="note">{t('coachingPage.moments.none')}</p>}
      <ul className="coaching-moments">
        {moments.map((moment) => (
          <MomentEntry
            key={moment.momentId}
            session={session}
            moment={moment}
            playing={playing === moment.momentId}
            onPlay={() => setPlaying(moment.momentId)}
            onEdit={() => setEdited(moment)}
          />
        ))}
      </ul>
      {hiddenMoments > 0 && <p className="note">{t('coachingPage.moments.hidden', { count: hiddenMoments })}</p>}
      {edited && <MomentDialog sessionId={sessionId} moment={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}
