import type { RecordsPreview } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { Select } from '../../components/opened/select.js';

interface Props {
  columns: RecordsPreview['columns'];
  /** What a column can be taken for. */
  ours: readonly string[];
  map: Record<string, string>;
  onChange: (map: Record<string, string>) => void;
}

/** What each column of the file is taken for. */
export function ColumnMap({ columns, ours, map, onChange }: Props) {
  const { t } = useTranslation();
  const set = (theirs: string, to: string) => {
    const { [theirs.toLowerCase()]: _, ...rest } = map;
    onChange(to === '' ? rest : { ...rest, [theirs.toLowerCase()]: to });
  };
  // Columns that are a system's own keep the names that it gives them.
  const said = (one: string) =>
    one === '' ? t('sources.asItIs') : t(`sources.means.${one as 'call'}`, { defaultValue: one });
  return (
    <section className="admin-section">
      <h2>{t('sources.columns')}</h2>
      <p className="admin-hint">{t('sources.columnsHint')}</p>
      <DataTable
        rows={columns}
        keyOf={({ theirs }) => theirs}
        columns={[
          { name: t('sources.theirs'), cell: ({ theirs }) => theirs },
          { name: t('sources.example'), named: true, cell: ({ example }) => example },
          {
            name: t('sources.ours'),
            named: true,
            cell: ({ theirs }) => (
              <Select
                aria-label={`${t('sources.ours')} ${theirs}`}
                style={{ width: 220 }}
                value={map[theirs.toLowerCase()] ?? ''}
                onChange={(to: string) => set(theirs, to)}
                options={['', ...ours].map((one) => ({ value: one, label: said(one) }))}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
