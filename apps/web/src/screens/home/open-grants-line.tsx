import { useTranslation } from 'react-i18next';
import { useOpenGrants } from '../../data/audit.js';
import { Line } from './waiting-lines.js';

/** A file of its own: it brings the table of all events, which auditors alone need here. */
export function OpenGrantsLine() {
  const { t } = useTranslation();
  const { data } = useOpenGrants();
  return <Line to="/access/open" words={t('home.waiting.grants')} count={data?.grants.length ?? null} />;
}
