import { Radio } from 'antd';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { useReplaySince } from '../../data/webhooks.js';

const HOURS = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;
type Span = keyof typeof HOURS;
const SPANS = Object.keys(HOURS) as Span[];

/** Sends again what happened since a time, and says how much that is. */
export function ReplayDialog({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const replay = useReplaySince(endpointId);
  const [span, setSpan] = useState<Span>('day');
  const send = () => replay.mutateAsync(new Date(Date.now() - HOURS[span] * 3_600_000).toISOString());
  return (
    <ActionDialog
      title={t('integrations.replayForm.title')}
      okText={t('integrations.replayForm.send')}
      cancelText={t('integrations.cancel')}
      send={send}
      onDone={() => undefined}
      onClose={onClose}
    >
      <div className="integrations-form">
        <p>{t('integrations.replayForm.about')}</p>
        <fieldset>
          <legend>{t('integrations.replayForm.since')}</legend>
          <Radio.Group
            value={span}
            options={SPANS.map((value) => ({ value, label: t(`integrations.replayForm.span.${value}`) }))}
            onChange={({ target }) => setSpan(target.value as Span)}
          />
        </fieldset>
        {replay.data && <p role="status">{queuedWords(t, replay.data)}</p>}
      </div>
    </ActionDialog>
  );
}

function queuedWords(t: TFunction, { queued, more }: { queued: number; more: boolean }) {
  if (queued === 0) return t('integrations.replayForm.nothing');
  return more
    ? t('integrations.replayForm.more', { count: queued })
    : t('integrations.replayForm.queued', { count: queued });
}
