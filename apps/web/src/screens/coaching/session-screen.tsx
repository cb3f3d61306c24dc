import type { CoachingMoment, CoachingView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useState } from 'react';
import { Back } from '../../components/back.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useCoachingSession } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';
import { Answers } from './answers.js';
import { Evaluations } from './evaluations.js';
import { Goals } from './goals.js';
import { SessionActs } from './session-acts.js';
import { SessionTexts } from './session-texts.js';
import { parts } from '../../components/opened/part.js';
import { MomentEntry } from './moment-entry.js';
import './coaching.css';

/** A coaching session, as far as it is this person's to see. */
export function SessionScreen() {
  const { t } = useTranslation();
  const { sessionId = '' } = useParams();
  const session = useCoachingSession(sessionId);
  const code = session.data?.code;
  const title = code ? `${t('coachingPage.title')} ${code}` : t('coachingPage.title');
  return (
    <AdminPage
      title={title}
      needs="coaching.read"
      head={<Back to="/coaching">{t('coachingPage.back')}</Back>}
      acts={session.data && <SessionActs session={session.data} />}
    >
      <WhenRead of={session}>{(data) => <Session session={data} />}</WhenRead>
    </AdminPage>
  );
}

function Session({ session }: { session: CoachingView }) {
  return (
    <>
      <Dates session={session} />
      <SessionTexts key={session.sessionId} session={session} />
      {/* What is to be scored first comes before what it is about. */}
      <Evaluations session={session} />
      <Moments session={session} />
      <Goals session={session} />
      {session.state !== 'draft' && <Answers session={session} />}
    </>
  );
}

function Dates({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { agent, coach, state, createdAt, sharedAt, acknowledgedAt, closedAt, heldOn } = session;
  const said = [
    t('coachingPage.dates.created', { at: format.dateTime(createdAt) }),
    sharedAt && t('coachingPage.dates.shared', { at: format.dateTime(sharedAt) }),
    acknowledgedAt && t('coachingPage.dates.acknowledged', { at: format.dateTime(acknowledgedAt) }),
    closedAt && t('coachingPage.dates.closed', { at: format.dateTime(closedAt) }),
  ].filter(Boolean);
  return (
    <p className="coaching-dates">
      <b className={`coaching-state ${state}`}>{t(`coaching.state.${state}`)}</b> · {t('coachingPage.agent')}{' '}
      <b>{format.text(agent.name)}</b> · {t('coachingPage.coach')} {format.text(coach)}
      {heldOn && ` · ${t('coachingPage.heldOn')} ${format.siteDay(heldOn)}`}
      <small>{said.join(' · ')}</small>
    </p>
  );
}

const { MomentDialog } = parts(() => import('./dialogs.js'));

/** The moments that a session is about, each played where it is. One sounds at a time. */
function Moments({ session }: { session: CoachingView }) {
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
