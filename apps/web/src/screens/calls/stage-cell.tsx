import type { CallRow } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRetry } from '../../data/calls.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** How far the call has come; a bar while its words are being recognised, a way on where it waits. */
export function StageCell({ call }: { call: CallRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (call.stage === 'needs_attention') {
    return (
      <div role="cell" className="col-stage line between soft">
        <span>{format.isToday(call.stageAt) ? format.time(call.stageAt) : format.day(call.stageAt)}</span>
        <RetryButton callId={call.callId} />
      </div>
    );
  }
  if (call.progress !== null && call.stage === 'sealed') {
    return (
      <div role="cell" className="col-stage line between soft">
        <span className="progress">
          {t('stage.transcribing', { percent: format.percent(call.progress) })}
          <i className="block above-1">
            <i style={{ width: `${call.progress * 100}%` }} />
          </i>
        </span>
      </div>
    );
  }
  return (
    <div role="cell" className="col-stage line between soft">
      {t(call.destroyed ? 'stage.destroyed' : `stage.${call.stage}`)}
    </div>
  );
}

function RetryButton({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const retry = useRetry();
  const may = useMay('calls.retry');
  if (!may) return null;
  if (retry.isSuccess) return <small>{t('calls.retried')}</small>;
  return (
    <Button className="above-link" size="small" loading={retry.isPending} onClick={() => retry.mutate(callId)}>
      {t('calls.retry')}
    </Button>
  );
}
