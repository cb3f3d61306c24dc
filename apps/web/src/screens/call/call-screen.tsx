import type { CallDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { part, parts } from '../../components/opened/part.js';
import { useRoom } from '../../components/use-media.js';
import { listLeft } from '../../data/call-list.js';
import { useCall } from '../../data/calls.js';
import { CallPageContext } from './call-page.js';
import { CallHead } from './call-head.js';
import { JudgingContext, useNewJudging } from './card/judging.js';
import { MediumPanes, PhonePanes, WidePanes } from './panes.js';
import { PlayerPanel } from './player/player-panel.js';
import { tellsMore } from './rules/chosen-leg.rules.js';
import { useCallKeys } from './use-call-keys.js';
import { useNewCallPage } from './use-new-call-page.js';
import './call.css';

/** Keeps its place, and the focus, from one call to the next. */
const QueueStrip = part<{ at: string }>(() => import('./queue/queue-strip.js'), <div className="queue-strip" />);

const { LanguageNotice, SoundNotice, WordsNotice } = parts(() => import('./notices.js'));
/** A simple call goes without. */
const LegTimeline = part<object>(() => import('./legs/leg-timeline.js'));

/** One call: its evidence, voices, words, facts and score on one axis of seconds. */
export function CallScreen() {
  const queue = useSearchParams()[0].get('queue');
  return (
    <>
      {queue && <QueueStrip at={queue} />}
      <OneCall />
    </>
  );
}

function OneCall() {
  const { callId = '' } = useParams();
  const call = useCall(callId);
  const { t } = useTranslation();
  if (call.data) return <Loaded key={callId} call={call.data} />;
  if (call.isError) {
    return (
      <>
        <Failed of={call} />
        <p className="note">
          <Link to={`/calls${listLeft().search}`}>{t('call.backToList')}</Link>
        </p>
      </>
    );
  }
  return <CallSkeleton />;
}

function Loaded({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const page = useNewCallPage(call);
  return (
    <CallPageContext value={page}>
      <Judged>
        <CallKeys />
        <div className="call column fills">
          <CallHead />
          {call.language === null && call.languageTold?.doubt && <LanguageNotice />}
          {call.invented && <p className="note">{t('call.invented')}</p>}
          {tellsMore(call) && <LegTimeline />}
          {call.recordings.some(({ soundChecks }) => soundChecks?.findings.length) && <SoundNotice />}
          {call.recordings.some(({ wordsRefusal }) => wordsRefusal) && <WordsNotice />}
          <PlayerPanel />
          <Panes />
        </div>
        {page.proof}
      </Judged>
    </CallPageContext>
  );
}

/** Answers that are being given outlive a change of panes. */
function Judged({ children }: { children: React.ReactNode }) {
  return <JudgingContext value={useNewJudging()}>{children}</JudgingContext>;
}

function Panes() {
  const room = useRoom();
  if (room === 'phone') return <PhonePanes />;
  return room === 'wide' ? <WidePanes /> : <MediumPanes />;
}

function CallKeys() {
  useCallKeys();
  return null;
}

/** The page's shape while it is being read. */
function CallSkeleton() {
  return (
    <div className="call column fills" aria-busy>
      <div className="call-head">
        <span className="bone" style={{ width: 280, height: 20, margin: '10px 8px' }} />
        <span className="bone" style={{ width: 520, margin: '8px' }} />
      </div>
      <div className="player">
        <span className="bone" style={{ height: 190 }} />
      </div>
      <div className="panes panes-skeleton">
        {Array.from({ length: 9 }, (_, index) => (
          <span key={index} className="bone" style={{ width: `${70 - ((index * 13) % 40)}%` }} />
        ))}
      </div>
    </div>
  );
}
