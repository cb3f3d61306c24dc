import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReason } from '../../components/use-reason.js';
import { useRetry } from '../../data/calls.js';
import { useFormat } from '../../format/use-format.js';
import { useCallPage } from './call-page.js';

/** What a pane says while its content is still on the way, or why it never comes; with the next step where a person has one. */
export function PaneWait({ pane }: { pane: 'transcript' | 'card' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call } = useCallPage();
  const reason = useReason(call.stage, call.stageReason);
  const running = call.stage === 'sealed' && call.progress !== null;
  const sentence = running
    ? t(`${pane}.wait.transcribing`, { percent: format.percent(call.progress ?? 0) })
    : t(`${pane}.wait.${call.stage}`);
  const hasReason = call.stage === 'needs_attention' || call.stage === 'not_recorded';
  return (
    <div className="pane-wait" role="status">
      <p>{sentence}</p>
      {running && (
        <span className="progress">
          <i>
            <i style={{ width: `${(call.progress ?? 0) * 100}%` }} />
          </i>
        </span>
      )}
      {hasReason && (
        <p>
          {call.stage === 'needs_attention' ? <b>{reason.what}</b> : reason.what}
          {reason.next && <small>{reason.next}</small>}
        </p>
      )}
      {call.may.retry && pane === 'transcript' && <RetryButton />}
    </div>
  );
}

function RetryButton() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const retry = useRetry();
  if (retry.isSuccess) return <p>{t('call.retried')}</p>;
  return (
    <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate(call.callId)}>
      {t('call.retry')}
    </Button>
  );
}
