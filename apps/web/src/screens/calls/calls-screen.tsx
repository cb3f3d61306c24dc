import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../../data/session.js';
import { CallFiltersBar } from './call-filters-bar.js';
import { CallTable } from './call-table.js';
import { FiguresStrip } from './figures-strip.js';
import { filtersFrom } from './filters.rules.js';
import { LiveSign, StaleStrip } from './live-sign.js';
import './calls.css';

/** All calls that this account may see, changing as they travel. */
export function CallsScreen() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const may = useMay('calls.read');
  return (
    <div className="calls">
      <header className="calls-head">
        <h1>{t('calls.title')}</h1>
        {may && <LiveSign />}
        <span className="spring" />
        {may && <CallFiltersBar />}
      </header>
      {may ? (
        <>
          <StaleStrip />
          <FiguresStrip />
          <CallTable key={search.toString()} filters={filtersFrom(search)} />
        </>
      ) : (
        <p className="note">{t('calls.noPermission')}</p>
      )}
    </div>
  );
}
