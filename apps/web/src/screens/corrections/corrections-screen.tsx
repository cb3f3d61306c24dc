import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useWaitingCorrections } from '../../data/corrections.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { WaitingCorrection } from './waiting-correction.js';

/** Corrections of calls that wait for a second person, the oldest first. */
export function CorrectionsScreen() {
  const { t } = useTranslation();
  const may = useMay('calls.correct');
  return (
    <AdminPage title={t('correctionWaits.title')} needs="calls.correct">
      <p className="note">{t('correctionWaits.intro')}</p>
      {may && <List />}
    </AdminPage>
  );
}

function List() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <WhenRead of={useWaitingCorrections()}>
      {({ items, more }) =>
        items.length === 0 ? (
          <p className="note">{t('correctionWaits.none')}</p>
        ) : (
          <>
            {items.map((one) => (
              <section key={one.proposalId} className="admin-section">
                <h2>
                  <Link to={`/calls/${one.callId}`}>
                    {t('correctionWaits.call', {
                      at: format.dateTime(one.startedAt),
                      agent: format.text(one.agents.before),
                    })}
                  </Link>
                </h2>
                <WaitingCorrection waiting={one} />
              </section>
            ))}
            {more && <p className="note">{t('correctionWaits.more')}</p>}
          </>
        )
      }
    </WhenRead>
  );
}
