import { AlertOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useToReview } from '../data/legal.js';
import { useMay } from '../data/session.js';

/** The alarm of emergency openings without a review: over every page of approvers and auditors, until they are reviewed. */
export function EmergencyStrip() {
  const { t } = useTranslation();
  const items = useToReview(useMay('legal.oversee'));
  if (items.length === 0) return null;
  const late = items.filter(({ opening }) => opening?.overdue).length;
  const [only] = items.length === 1 ? items : [];
  return (
    <div className="alarm-strip" role="alert">
      <AlertOutlined aria-hidden />
      <b>{t('legal.strip.waiting', { count: items.length })}</b>
      {late > 0 && <span>{t('legal.strip.overdue', { count: late })}</span>}
      <Link to={only ? `/legal/requests/${only.requestId}` : '/legal/requests?view=to_review'}>
        {t('legal.strip.look')}
      </Link>
    </div>
  );
}
