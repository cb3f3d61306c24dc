import type { ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { BoardTable } from './board-table.js';
import { inUnits } from './bytes.rules.js';
import { useKindName } from './use-names.js';

/** What is kept, by kind. */
export function StorageTable({ kinds }: { kinds: ProcessingBoard['storage'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useKindName();
  return (
    <BoardTable
      title={t('processing.storageTitle')}
      why="storage"
      none={t('processing.storageNone')}
      columns={[
        { name: t('processing.columns.kind'), cell: ({ kind }) => nameOf(kind) },
        {
          name: t('processing.columns.objects'),
          number: true,
          cell: ({ objects }) => format.number(objects),
          by: ({ objects }) => objects,
        },
        {
          name: t('processing.columns.bytes'),
          number: true,
          cell: ({ bytes }) => inUnits(bytes, format.number),
          by: ({ bytes }) => bytes,
        },
      ]}
      rows={kinds}
      keyOf={({ kind }) => kind}
    />
  );
}
