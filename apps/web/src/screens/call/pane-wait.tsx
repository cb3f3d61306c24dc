import type { CallDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GiveUpDialog } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { ServerSaid } from '../../components/server-said.js';
import { useRoom } from '../../components/use-media.js';
import { useReason } from '../../components/use-reason.js';
import { useRetry } from '../../data/calls.js';
import { useGiveUp } from '../../data/processing.js';
import { useFormat } from '../../format/use-format.js';
import { useCallPage } from './call-page.js';
import { isUnrecorded } from './rules/chosen-leg.rules.js';

/** What a pane says while its content is still on the way, or why it never comes; with the next step where a person has one. */
export function PaneWait({ pane }: { pane: 'transcript' | 'card' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, transcript, unheard } = useCallPage();
  // Once: where the words would be or, when they are there, where the score would. A phone shows one pane at a time.
  const phone = useRoom() === 'phone';
  const acts = phone || pane === (transcript || !call.may.readWords ? 'card' : 'transcript');
  const reason = useReason(call.stage, call.stageReason);
  if (unheard && !isUnrecorded(call))
    return (
      <p className="pane-wait" role="status">
        {t(`${pane}.wait.ofAnotherLeg`)}
      </p>
    );
  const running = call.stage === 'sealed' && call.progress !== null;
  const sentence = running
    ? t(`${pane}.wait.transcribing`, { percent: format.percent(call.progress ?? 0) })
    : t(`${pane}.wait.${call.stage}`);
  const notJudged = pane === 'card' && call.stage === 'scored' && call.stageReason === 'not_judged';
  const hasReason = notJudged || ['needs_attention', 'given_up', 'not_recorded'].includes(call.stage);
  return (
    <div className="pane-wait" role="status">
      {!notJudged && <p>{sentence}</p>}
      {running && (
        <span className="progress">
          <i>
            <i style={{ width: `${(call.progress ?? 0) * 100}%` }} />
          </i>
        </span>
      )}
      {hasReason && (
        <p>
          {call.stage !== 'not_recorded' && !notJudged ? <b>{reason.what}</b> : reason.what}
          <ServerSaid said={call.stageSaid} />
          {reason.next && <small>{reason.next}</small>}
        </p>
      )}
      {call.givenUp && acts && <GivenUp givenUp={call.givenUp} />}
      {acts && <AttentionActions />}
    </div>
  );
}

/** Who closed the processing, when and why. */
function GivenUp({ givenUp: { by, at, reason, note } }: { givenUp: NonNullable<CallDetail['givenUp']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p>
      <b>{t('giveUp.done', { who: format.text(by), at: format.dateTime(at) })}</b>
      <small>{t('giveUp.because', { reason: t(`giveUp.why.${reason}`) })}</small>
      {note && <small>{t('giveUp.said', { note })}</small>}
    </p>
  );
}

/** Another try, or none any more. */
function AttentionActions() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const retry = useRetry();
  const giveUp = useGiveUp(call.callId);
  const [asking, setAsking] = useState(false);
  if (retry.isSuccess) return <p>{t('call.retried')}</p>;
  return (
    <>
      <Failed of={retry} />
      <p className="pane-actions">
        {call.may.retry && (
          <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate(call.callId)}>
            {call.stage === 'given_up' ? t('giveUp.again') : t('call.retry')}
          </Button>
        )}
        {call.may.giveUp && <Button onClick={() => setAsking(true)}>{t('giveUp.action')}</Button>}
      </p>
      {asking && <GiveUpDialog title={t('giveUp.title')} send={giveUp.mutateAsync} onClose={() => setAsking(false)} />}
    </>
  );
}
