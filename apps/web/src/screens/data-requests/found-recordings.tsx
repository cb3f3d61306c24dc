import type { DataRequestDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

/** The person's recordings: what became of each, which hold keeps it, or which certificate proves that it is gone. */
export function FoundRecordings({ found, soundless }: Pick<DataRequestDetail, 'found' | 'soundless'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('dataRequests.found')}</h2>
      <p className="admin-hint">{t('dataRequests.recordings', { count: found.length })}</p>
      {soundless > 0 && <p className="admin-hint">{t('dataRequests.soundless', { count: soundless })}</p>}
      <DataTable
        rows={found}
        keyOf={({ recordingId }) => recordingId}
        columns={[
          {
            name: t('dataRequests.foundColumn.call'),
            cell: ({ callId, startedAt }) => {
              const at = format.dateTime(startedAt);
              return (
                <Link to={`/calls/${callId}`} aria-label={t('dataRequests.openCall', { at })}>
                  {at}
                </Link>
              );
            },
          },
          { name: t('dataRequests.foundColumn.custody'), cell: ({ custody }) => t(`dataRequests.custody.${custody}`) },
          {
            name: t('dataRequests.foundColumn.outcome'),
            cell: ({ outcome }) => t(`dataRequests.outcome.${outcome ?? 'none'}`),
          },
          {
            name: t('dataRequests.foundColumn.proof'),
            cell: ({ certificate, holds }) =>
              certificate ? (
                <Link to={`/retention/certificates/${certificate}`}>{certificate}</Link>
              ) : (
                holds.join(t('dataRequests.subject.join'))
              ),
          },
        ]}
      />
    </section>
  );
}
