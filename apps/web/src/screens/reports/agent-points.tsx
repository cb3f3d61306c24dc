import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../data/session.js';

/** Why there are no points here, and where agents are told of calls that chance chose. */
export function AgentPoints() {
  const { t } = useTranslation();
  const judges = useMay('scorecards.judge');
  return (
    <span>
      {t('reports.agentPoints')} {judges && <Link to="/review">{t('reports.agentMeans')}</Link>}
    </span>
  );
}
