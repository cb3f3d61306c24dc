import type { TranscriptView } from '#contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../components/failure-note.js';
import { RequestFailure } from '../../../data/http.js';
import { useTranscript } from '../../../data/calls.js';
import { useCallPage } from '../call-page.js';
import { PaneWait } from '../pane-wait.js';
import { TranscriptBar } from './transcript-bar.js';
import { TurnList } from './turn-list.js';
import { useFind } from './use-find.js';
import './transcript.css';

/** The words, following the sound. */
export function TranscriptPane({ heading }: { heading?: ReactNode }) {
  const { t } = useTranslation();
  const { call, transcript, turns } = useCallPage();
  const [wanted, setWanted] = useState('');
  const find = useFind(turns, wanted);
  const title = heading ?? <h2>{t('transcript.title')}</h2>;
  return (
    <section className="transcript" aria-label={t('transcript.title')}>
      <TranscriptBar title={title} wanted={wanted} onWant={setWanted} find={find} />
      {!call.may.readWords ? (
        <p className="pane-wait">{t('transcript.noPermission')}</p>
      ) : transcript ? (
        <>
          <RedactionBanner view={transcript} />
          <UnreliableBanner view={transcript} />
          <TurnList find={wanted} found={find.current} />
        </>
      ) : (
        <Missing />
      )}
    </section>
  );
}

/** No words yet, or they could not be read. */
function Missing() {
  const { call } = useCallPage();
  const query = useTranscript(call.callId, call.stage, false);
  const expected = query.error instanceof RequestFailure && query.error.problem?.code === 'no_transcript';
  if (query.isError && !expected) return <FailureNote error={query.error} onRetry={() => void query.refetch()} />;
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
