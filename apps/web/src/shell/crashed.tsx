import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { PartNotLoaded } from './not-loaded.js';
import '../components/notes.css';
import '../theme/plain.css';

/** Shown in place of a screen that threw: says so, keeps the way back open, and names the error for the people who fix it. */
export function Crashed() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (error instanceof PartNotLoaded)
    return (
      <div className="note note-failure crashed" role="alert">
        <span>{t(error.isOutdated ? 'shell.upgraded' : 'shell.notLoaded')}</span>
        <button type="button" className="plain-button small" onClick={() => window.location.reload()}>
          {t('shell.reload')}
        </button>
      </div>
    );
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div className="note note-failure crashed" role="alert">
      <span>{t('shell.crashed')}</span>
      <button type="button" className="plain-button small" onClick={() => window.location.reload()}>
        {t('shell.reload')}
      </button>
      <Link to="/">{t('shell.toStart')}</Link>
      <span className="label inline soft">{t('shell.crashedDetail', { message })}</span>
    </div>
  );
}
