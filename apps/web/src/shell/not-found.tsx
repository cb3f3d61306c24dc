import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <p className="note">
      {t('shell.notFound')}
      <Link to="/">{t('shell.toStart')}</Link>
    </p>
  );
}
