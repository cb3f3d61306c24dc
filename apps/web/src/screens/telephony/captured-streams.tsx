import type { CapturedStreamView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

/** How the streams of the last recordings came: what was lost, the longest gap, and how unevenly packets arrived. */
export function CapturedStreams({ of }: { of: readonly CapturedStreamView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const milliseconds = (value: number) => t('capture.milliseconds', { count: Math.round(value) });
  return (
    <section className="admin-section">
      <h2>{t('capture.recordings')}</h2>
      {of.length === 0 ? (
        <p className="note">{t('capture.noRecordings')}</p>
      ) : (
        <DataTable
          caption={t('capture.recordings')}
          rows={of}
          keyOf={({ recordingId, label }) => `${recordingId} ${label}`}
          columns={[
            { name: t('capture.began'), cell: ({ beganAt }) => format.dateTime(beganAt) },
            { name: t('capture.source'), named: true, cell: ({ source }) => source },
            { name: t('capture.label'), named: true, cell: ({ label }) => label },
            { name: t('capture.party'), named: true, cell: ({ role }) => t(`capture.parties.${role}`) },
            { name: t('capture.codecs'), named: true, cell: ({ codecs }) => codecs.join(', ') },
            { name: t('capture.packets'), number: true, named: true, cell: (row) => format.number(row.packets) },
            { name: t('capture.lost'), number: true, named: true, cell: (row) => format.number(row.lost) },
            {
              ...{ name: t('capture.longestGap'), number: true, named: true },
              cell: (row) => milliseconds(row.longestGapMs),
            },
            { name: t('capture.jitter'), number: true, named: true, cell: (row) => milliseconds(row.jitterMs) },
            { name: t('capture.undecoded'), number: true, named: true, cell: (row) => format.number(row.undecoded) },
          ]}
        />
      )}
    </section>
  );
}
