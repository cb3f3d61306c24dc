import type { CoachingMoment, CoachingView, Language } from '#contracts';
import { CaretRightFilled } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { OutcomeGlyph } from '../../components/marks.js';
import { part } from '../../components/opened/part.js';
import { useAskEvaluation, useMomentWords, useRemoveMoment } from '../../data/coaching.js';
import { useMay, useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import type { ClipProps } from './clip-sound.js';
import { momentPlace } from './moment-place.rules.js';
import { WhenRead } from '../../components/admin-page.js';
import { SaidTurns } from './said-turns.js';

const ClipSound = part<ClipProps>(() => import('./clip-sound.js'));

interface EntryProps {
  session: CoachingView;
  moment: CoachingMoment;
  playing: boolean;
  onPlay: () => void;
  onEdit: () => void;
}

/** One moment: what it is about, how it sounds, its words, and what the coach says of it. */
export function MomentEntry({ session, moment, playing, onPlay, onEdit }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { item, outcome, startedAt, customer, note } = moment;
  return (
    <li className="coaching-moment">
      <div className="coaching-moment-head flex wraps at-base gap-2 below-2">
        {outcome && <OutcomeGlyph outcome={outcome} size={16} />}
        <b>{item ? format.text(item.title) : t('coachingPage.moments.title')}</b>
        <small>
          {format.dateTime(startedAt)}
          {customer && ` · ${customer}`}
        </small>
        <Link to={momentPlace(moment)}>{t('coachingPage.moments.openCall')}</Link>
      </div>
      {moment.withheld && <p className="note">{t('coachingPage.moments.withheld')}</p>}
      {moment.gone && <p className="note">{t('coachingPage.moments.gone')}</p>}
      {note && <q className="coaching-said">{note}</q>}
      {!moment.withheld && !moment.gone && (
        <Sound session={session} moment={moment} playing={playing} onPlay={onPlay} />
      )}
      {session.may.includes('edit') && <Edit session={session} moment={moment} onEdit={onEdit} />}
    </li>
  );
}

function Sound({ session, moment, playing, onPlay }: Omit<EntryProps, 'onEdit'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const listens = useMay('audio.play');
  const { personId } = useMe();
  const [words, setWords] = useState(false);
  const { fromMs, toMs, recording, momentId } = moment;
  if (fromMs === null || toMs === null) return <p className="note">{t('coachingPage.moments.noPlace')}</p>;
  const own = session.agent.personId === personId;
  return (
    <>
      <div className="coaching-acts">
        {recording && listens && !playing && (
          <Button size="small" icon={<CaretRightFilled />} onClick={onPlay}>
            {t('coachingPage.moments.play', { from: format.clock(fromMs), to: format.clock(toMs) })}
          </Button>
        )}
        {!words && (
          <Button size="small" onClick={() => setWords(true)}>
            {t('coachingPage.moments.words')}
          </Button>
        )}
        {!recording && <small>{t('coachingPage.moments.noSound')}</small>}
        {recording && !listens && <small>{t('coachingPage.moments.mayNotListen')}</small>}
      </div>
      {playing && recording && (
        <ClipSound callId={moment.callId} recording={recording} fromMs={fromMs} toMs={toMs} own={own} />
      )}
      {words && <MomentWords sessionId={session.sessionId} momentId={momentId} language={moment.language} />}
    </>
  );
}

function Edit({ session, moment, onEdit }: Pick<EntryProps, 'session' | 'moment' | 'onEdit'>) {
  const { t } = useTranslation();
  const remove = useRemoveMoment(session.sessionId, moment.momentId);
  return (
    <div className="coaching-acts">
      {!moment.gone && (
        <Button size="small" onClick={onEdit}>
          {t('coachingPage.moments.edit')}
        </Button>
      )}
      <AskFirst ask={t('coachingPage.moments.removeAsk')} loading={remove.isPending} onYes={() => remove.mutate()}>
        {t('coachingPage.moments.remove')}
      </AskFirst>
      <AskEvaluation session={session} moment={moment} />
      <Failed of={{ error: remove.error }} />
    </div>
  );
}

interface Props {
  sessionId: string;
  momentId: string;
  language: Language | null;
}

/** The words of a moment; where they may not be read, a sentence says why. */
function MomentWords({ sessionId, momentId, language }: Props) {
  const { t } = useTranslation();
  const words = useMomentWords(sessionId, momentId, true);
  return (
    <WhenRead of={words}>
      {({ turns }) => <SaidTurns turns={turns} language={language} none={t('coachingPage.moments.noTurns')} />}
    </WhenRead>
  );
}

/** Asks the agent to score the call of a moment before they see its result. */
function AskEvaluation({ session, moment }: { session: CoachingView; moment: CoachingMoment }) {
  const { t } = useTranslation();
  const ask = useAskEvaluation(session.sessionId);
  const { item, legId, gone } = moment;
  const asked = session.evaluations.some(
    (one) => one.legId === legId && one.checklist.id === item?.checklistId && one.ended === null,
  );
  if (!item || gone || asked) return null;
  return (
    <>
      <Popconfirm
        title={t('coachingPage.evaluation.ask')}
        description={t('coachingPage.evaluation.askHint')}
        okText={t('admin.yes')}
        cancelText={t('admin.cancel')}
        icon={null}
        styles={{ root: { maxWidth: 340 } }}
        onConfirm={() => ask.mutate({ legId, checklistId: item.checklistId })}
      >
        <Button size="small" loading={ask.isPending}>
          {t('coachingPage.evaluation.ask')}
        </Button>
      </Popconfirm>
      <Failed of={{ error: ask.error }} />
    </>
  );
}
