import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import '../components/notes.css';

/** Stands in place of a screen that threw: says so, keeps the way back open, and names the error for whoever mends it. */
export function Crashed() {
  const { t } = useTranslation();
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div className="note note-failure crashed" role="alert">
      <span>{t('shell.crashed')}</span>
      <Button size="small" onClick={() => window.location.reload()}>
        {t('shell.reload')}
      </Button>
      <Link to="/">{t('shell.toStart')}</Link>
      <span className="note-ref">{t('shell.crashedDetail', { message })}</span>
    </div>
  );
}
