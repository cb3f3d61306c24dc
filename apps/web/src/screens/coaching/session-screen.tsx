import type { CoachingAct, CoachingMoment, CoachingView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type RefObject, useId, useRef, useState } from 'react';
import { Back, AskFirst } from '../../components/acts.js';
import { AdminPage, Field, WhenRead } from '../../components/admin-page.js';
import { useAnswerCoaching, useCoachingActs, useCoachingSession } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';
import { Button, Input, Popconfirm } from 'antd';
import { useTyped } from '../../data/use-typed.js';
import { Failed } from '../../components/failure-note.js';
import { Evaluations } from './evaluations.js';
import { Goals } from './goals.js';
import { NOTHING_UNSAVED, SessionTexts } from './session-texts.js';
import { parts } from '../../components/opened/part.js';
import { MomentEntry } from './moment-entry.js';
import './coaching.css';

/** A coaching session, as far as it is this person's to see. */
export function SessionScreen() {
  const { t } = useTranslation();
  const { sessionId = '' } = useParams();
  const session = useCoachingSession(sessionId);
  const unsaved = useRef<() => Promise<unknown>>(NOTHING_UNSAVED);
  const code = session.data?.code;
  const title = code ? `${t('coachingPage.title')} ${code}` : t('coachingPage.title');
  return (
    <AdminPage
      title={title}
      needs="coaching.read"
      head={<Back to="/coaching">{t('coachingPage.back')}</Back>}
      acts={session.data && <SessionActs session={session.data} unsaved={unsaved} />}
    >
      <WhenRead of={session}>{(data) => <Session session={data} unsaved={unsaved} />}</WhenRead>
    </AdminPage>
  );
}

interface Props {
  session: CoachingView;
  unsaved: RefObject<() => Promise<unknown>>;
}

function Session({ session, unsaved }: Props) {
  return (
    <>
      <Dates session={session} />
      <SessionTexts key={session.sessionId} session={session} unsaved={unsaved} />
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
      <ul className="measure-wide">
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

/** What the agent says to it, kept as it was said. */
function Answers({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('coachingPage.answers.title')}</h2>
      {session.answers.length === 0 && <p className="note">{t('coachingPage.answers.none')}</p>}
      {session.answers.map(({ text, at }) => (
        <div key={at}>
          <small>{format.dateTime(at)}</small>
          {text ? <q className="coaching-said">{text}</q> : <p className="note">{t('coachingPage.answers.gone')}</p>}
        </div>
      ))}
      {session.may.includes('answer') && <Own sessionId={session.sessionId} />}
    </section>
  );
}

function Own({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const answer = useAnswerCoaching(sessionId);
  const [said, setSaid] = useTyped('answer', '');
  const id = useId();
  return (
    <div className="grid gap-3 measure">
      <Field label={t('coachingPage.answers.own')} htmlFor={id} hint={t('coachingPage.answers.hint')}>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={4000}
          value={said}
          onChange={({ target }) => setSaid(target.value)}
        />
      </Field>
      <div>
        <Button
          disabled={said.trim() === ''}
          loading={answer.isPending}
          onClick={() => answer.mutate(said.trim(), { onSuccess: () => setSaid('') })}
        >
          {t('coachingPage.answers.send')}
        </Button>
        <Failed of={{ error: answer.error }} />
      </div>
    </div>
  );
}

/** What this person may do with the session as a whole. */
function SessionActs({ session, unsaved }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { share, close, discard, acknowledge } = useCoachingActs(session.sessionId);
  const may = (act: CoachingAct) => session.may.includes(act);
  const agent = format.text(session.agent.name);
  const error = share.error ?? close.error ?? discard.error ?? acknowledge.error;
  return (
    <div className="coaching-acts">
      {may('share') && (
        <Popconfirm
          title={t('coachingPage.acts.shareAsk', { agent })}
          okText={t('admin.yes')}
          cancelText={t('admin.cancel')}
          icon={null}
          onConfirm={() =>
            // What could not be saved is not shared either; why is said beside the text.
            void unsaved.current().then(
              () => share.mutate(),
              () => undefined,
            )
          }
        >
          <Button type="primary" loading={share.isPending}>
            {t('coachingPage.acts.share')}
          </Button>
        </Popconfirm>
      )}
      {may('acknowledge') && (
        <Button
          type="primary"
          title={t('coachingPage.acts.acknowledgeHint')}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate()}
        >
          {t('coachingPage.acts.acknowledge')}
        </Button>
      )}
      {may('discard') && (
        <AskFirst
          size="middle"
          ask={t('coachingPage.acts.discardAsk')}
          onYes={() => discard.mutate(undefined, { onSuccess: () => void go('/coaching') })}
        >
          {t('coachingPage.acts.discard')}
        </AskFirst>
      )}
      {may('close') && (
        <AskFirst size="middle" ask={t('coachingPage.acts.closeAsk')} onYes={() => close.mutate()}>
          {t('coachingPage.acts.close')}
        </AskFirst>
      )}
      <Failed of={{ error }} />
    </div>
  );
}
