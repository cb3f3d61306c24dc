import type { Bilingual, Correctable, WaitingCorrection } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

interface Props {
  field: Correctable;
  value: WaitingCorrection['changes'][number]['before'];
  /** Whose call it is, or is to be. */
  agent: Bilingual | null;
}

/** What a field was, or is to be, as the call's page says it. */
export function ChangedValue({ field, value, agent }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (field === 'consent') return <>{t('correctionWaits.statement')}</>;
  if (value === null) return <>{t('calls.unknown')}</>;
  if (field === 'staffNumber') return <>{agent ? `${format.text(agent)} ${plain(value)}` : plain(value)}</>;
  if (field === 'direction' && isDirection(value)) return <>{t(`call.direction.${value}`)}</>;
  if (TIMES.includes(field) && typeof value === 'string') return <time dateTime={value}>{format.dateTime(value)}</time>;
  return <span lang="">{plain(value)}</span>;
}

const TIMES: readonly Correctable[] = ['startedAt', 'alertedAt', 'answeredAt', 'endedAt'];

const isDirection = (value: unknown): value is 'inbound' | 'outbound' | 'internal' =>
  value === 'inbound' || value === 'outbound' || value === 'internal';

const plain = (value: Props['value']): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
