import type { ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { STUCK_AFTER_SECONDS } from './alarms.rules.js';
import { useJobName } from './use-names.js';
import { Why } from '../../components/why.js';

/** The one figure that matters: how long the oldest due work has waited. */
export function OldestDue({ oldest }: { oldest: ProcessingBoard['oldestDue'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const jobName = useJobName();
  const grave = oldest !== null && oldest.seconds >= STUCK_AFTER_SECONDS;
  return (
    <p className={`oldest-due ${grave ? 'grave' : ''}`}>
      <span>{t('processing.oldest')}</span>
      {oldest && <b>{format.duration(oldest.seconds * 1000)}</b>}
      <span>{oldest ? jobName(oldest.job) : t('processing.oldestNone')}</span>
      <Why of="oldestDue" name={t('processing.oldest')} />
    </p>
  );
}
