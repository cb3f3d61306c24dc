import { SafetyOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../data/session.js';
import { useFormat } from '../format/use-format.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Counts the days down until a person has to set up a second factor, over every page. */
export function SecondFactorStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const due = useMe().secondFactorDue;
  if (due === null) return null;
  const days = Math.max(0, Math.ceil((Date.parse(due) - Date.now()) / DAY_MS));
  return (
    <div className="alarm-strip" role="status">
      <SafetyOutlined aria-hidden />
      <span>
        {t('secondFactorNeeded.countdown', { count: days, at: format.dateTime(due) })}{' '}
        <Link to="/account">{t('secondFactorNeeded.setUp')}</Link>
      </span>
    </div>
  );
}
