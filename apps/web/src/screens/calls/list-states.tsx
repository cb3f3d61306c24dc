import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CallFilters } from '../../data/calls.js';

/** The shape of the rows to come; the words only for whoever listens to the page. */
export function LoadingList() {
  const { t } = useTranslation();
  return (
    <div role="row">
      <span role="cell" className="seen-by-readers-only">
        {t('calls.reading')}
      </span>
      {Array.from({ length: 10 }, (_, index) => (
        <div key={index} className="call-row skeleton" aria-hidden>
          {[52, 96, 130, 36, 110, 150, 40, 70].map((width, column) => (
            <span key={column} className="bone" style={{ width }} />
          ))}
        </div>
      ))}
    </div>
  );
}

export function EmptyList({ filters }: { filters: CallFilters }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const count = Object.keys(filters).length;
  if (count === 0) return <p className="note">{t('calls.empty')}</p>;
  return (
    <p className="note">
      {t('calls.emptyFiltered', { count })}
      <button type="button" className="plain link" onClick={() => void navigate('/calls')}>
        {t('calls.filters.clear')}
      </button>
    </p>
  );
}
