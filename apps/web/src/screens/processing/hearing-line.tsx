import type { ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** How long recognition needs for what waits, and whether this machine keeps up with what comes. */
export function HearingLine({ hearing }: { hearing: ProcessingBoard['hearing'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hearing === null) return null;
  const { recordings, waitingMs, endsInSeconds, perHourMs, busiestHourMs, keepsUp } = hearing;
  return (
    <p className={`hearing-line ${keepsUp ? '' : 'behind'}`} role={keepsUp ? undefined : 'status'}>
      {recordings === 0
        ? t('processing.hearing.idle')
        : t('processing.hearing.waiting', {
            count: recordings,
            sound: format.duration(waitingMs),
            rest: format.duration(endsInSeconds * 1000),
          })}{' '}
      {t(keepsUp ? 'processing.hearing.keepsUp' : 'processing.hearing.behind', {
        capacity: format.duration(perHourMs),
        busiest: format.duration(busiestHourMs),
      })}
    </p>
  );
}
