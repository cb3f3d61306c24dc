import type { DataRequestDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

const COLUMNS = ['call', 'custody', 'outcome', 'proof'] as const;

/** The person's recordings: what became of each, which hold keeps it, or which certificate proves that it is gone. */
export function FoundRecordings({ found }: Pick<DataRequestDetail, 'found'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('dataRequests.found')}</h2>
      <p className="admin-hint">{t('dataRequests.recordings', { count: found.length })}</p>
      <DataTable head={COLUMNS.map((column) => t(`dataRequests.foundColumn.${column}`))}>
        {found.map(({ recordingId, callId, startedAt, custody, outcome, holds, certificate }) => {
          const at = format.dateTime(startedAt);
          return (
            <tr key={recordingId}>
              <td>
                <Link to={`/calls/${callId}`} aria-label={t('dataRequests.openCall', { at })}>
                  {at}
                </Link>
              </td>
              <td>{t(`dataRequests.custody.${custody}`)}</td>
              <td>{t(`dataRequests.outcome.${outcome ?? 'none'}`)}</td>
              <td>
                {certificate ? (
                  <Link to={`/retention/certificates/${certificate}`}>{certificate}</Link>
                ) : (
                  holds.join(t('dataRequests.subject.join'))
                )}
              </td>
            </tr>
          );
        })}
      </DataTable>
    </section>
  );
}
