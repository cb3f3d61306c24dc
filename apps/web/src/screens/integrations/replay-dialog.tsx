import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { useReplaySince } from '../../data/webhooks.js';

const HOURS = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;
const sinceSchema = z.object({ span: z.enum(['hour', 'day', 'week', 'month']) });

/** Sends again what happened since a time, and says how much that is. */
export function ReplayDialog({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const replay = useReplaySince(endpointId);
  return (
    <FormDialog
      title={t('integrations.replayForm.title')}
      okText={t('integrations.replayForm.send')}
      cancelText={t('integrations.cancel')}
      body={sinceSchema}
      start={{ span: 'day' }}
      fields={[
        <p>{t('integrations.replayForm.about')}</p>,
        {
          of: 'span',
          as: 'radios',
          label: t('integrations.replayForm.since'),
          words: (value) => t(`integrations.replayForm.span.${value}`),
        },
        replay.data && <p role="status">{queuedWords(t, replay.data)}</p>,
      ]}
      send={({ span }) => replay.mutateAsync(new Date(Date.now() - HOURS[span] * 3_600_000).toISOString())}
      onDone={() => undefined}
      onClose={onClose}
    />
  );
}

function queuedWords(t: TFunction, { queued, more }: { queued: number; more: boolean }) {
  if (queued === 0) return t('integrations.replayForm.nothing');
  return t(more ? 'integrations.replayForm.more' : 'integrations.replayForm.queued', { count: queued });
}
