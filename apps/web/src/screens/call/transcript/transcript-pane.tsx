import { contentRoutes, type TranscriptView } from '#contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { Failed } from '../../../components/failure-note.js';
import { Waiting } from '../../../components/waiting.js';
import { refusedWith } from '../../../data/http.js';
import { useProved } from '../../../components/step-up.js';
import { useTranscript, wordsOf } from '../../../data/calls.js';
import { useReading } from '../../../data/legal.js';
import { useCallPage } from '../call-page.js';
import { PaneWait } from '../pane-wait.js';
import { TranscriptBar } from './transcript-bar.js';
import { TurnList } from './turn-list.js';
import { useFind } from './use-find.js';
import './transcript.css';

const WhoSpeaks = part<object>(() => import('./who-speaks.js'));

/** The words, following the sound. */
export function TranscriptPane({ heading }: { heading?: ReactNode }) {
  const { t } = useTranslation();
  const { call, transcript, turns, unheard } = useCallPage();
  const [wanted, setWanted] = useState('');
  const find = useFind(turns, wanted);
  const title = heading ?? <h2>{t('transcript.title')}</h2>;
  return (
    <section className="transcript" aria-label={t('transcript.title')}>
      <TranscriptBar title={title} wanted={wanted} onWant={setWanted} find={find} />
      {unheard ? (
        <PaneWait pane="transcript" />
      ) : !call.may.readWords && !transcript ? (
        <ReadUnderRequest />
      ) : transcript ? (
        <>
          <RedactionBanner view={transcript} />
          <UnreliableBanner view={transcript} />
          <WhoSpeaks key={transcript.version} />
          <TurnList find={wanted} found={find.current} />
        </>
      ) : (
        <Missing />
      )}
    </section>
  );
}

/** Words that ordinary rights do not open: a legal request of one's own may. */
function ReadUnderRequest() {
  const { t } = useTranslation();
  const { call, leg } = useCallPage();
  const reading = useProved(useReading(call.callId, call.legs[leg]?.legId, wordsOf(call)));
  const grant = call.may.requestGrants.find(({ action }) => action === 'transcript');
  if (!grant) return <p className="pane-wait">{t('transcript.noPermission')}</p>;
  const { grantId, code, playsLeft: count } = grant;
  return (
    <div className="pane-wait">
      <p>{t('legal.readHint')}</p>
      <Button type="primary" loading={reading.isPending} onClick={() => void reading.send(grantId)}>
        {t('legal.readUnder', { code, count })}
      </Button>
      {reading.said}
    </div>
  );
}

/** No words yet, or they could not be read. */
function Missing() {
  const { call, leg } = useCallPage();
  const query = useTranscript(call.callId, call.legs[leg]?.legId, wordsOf(call), false);
  const expected = refusedWith(query.error, contentRoutes.transcript, 'no_transcript');
  // Words that are on their way are not said to be missing.
  if (query.isLoading) return <Waiting />;
  if (query.isError && !expected) return <Failed of={query} />;
  return <PaneWait pane="transcript" />;
}

/** Says so where words are shown that ordinary reading would hide; nothing where nothing is sensitive. */
function RedactionBanner({ view: { redaction } }: { view: TranscriptView }) {
  const { t } = useTranslation();
  if (redaction.mode === 'mask' || redaction.spans.length === 0) return null;
  return (
    <p className="redaction-note">{t(redaction.mode === 'original' ? 'redaction.original' : 'redaction.trial')}</p>
  );
}

function UnreliableBanner({ view }: { view: TranscriptView }) {
  const { t } = useTranslation();
  const reasons = view.transcript.unreliable;
  if (reasons.length === 0) return null;
  const words = reasons.map((reason) => t(`unreliable.${reason}`)).join(t('transcript.unreliableJoin'));
  return (
    <p className="unreliable">
      {t('transcript.unreliable', { reasons: words })} {t('redaction.unreliable')}
    </p>
  );
}
