import type { CaptureFigures } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

const COUNTS = [
  ['taken', 'taken'],
  ['foreign', 'foreign'],
  ['discarded', 'discarded'],
  ['refused', 'refusedPackets'],
  ['masked', 'masked'],
  ['unkept', 'unkept'],
] as const;

/** Packets of the calls that are on, by what became of them. */
export function RunningStreams({ of: { streams } }: { of: CaptureFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('capture.streams')}</h2>
      {streams.length === 0 ? (
        <p className="note">{t('capture.noStreams')}</p>
      ) : (
        <DataTable
          caption={t('capture.streams')}
          rows={streams}
          keyOf={({ session, stream }) => `${session} ${stream}`}
          columns={[
            { name: t('capture.session'), cell: ({ session }) => <code>{session.slice(0, 8)}</code> },
            { name: t('capture.stream'), number: true, cell: ({ stream }) => stream },
            ...COUNTS.map(([key, word]) => ({
              ...{ name: t(`capture.${word}`), number: true, named: true },
              cell: (row: CaptureFigures['streams'][number]) => format.number(row[key]),
            })),
          ]}
        />
      )}
    </section>
  );
}
