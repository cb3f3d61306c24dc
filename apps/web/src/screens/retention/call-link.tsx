import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** A call by its time, and the way to it for those who may read calls. */
export function CallLink({ callId, startedAt }: { callId: string; startedAt: string }) {
  const { t } = useTranslation();
  const at = useFormat().dateTime(startedAt);
  const words = t('retention.destruction.callOf', { at });
  return useMay('calls.read') ? <Link to={`/calls/${callId}`}>{words}</Link> : words;
}
