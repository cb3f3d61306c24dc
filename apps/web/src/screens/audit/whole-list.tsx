import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { AuditPage } from './audit-page.js';

interface Props<D, R> extends Pick<Parameters<typeof AuditPage>[0], 'file'> {
  intro?: string;
  none: string;
  useList: () => { data: D | undefined; error: unknown; refetch: () => unknown };
  rowsOf: (data: D) => readonly R[];
  keyOf: (row: R) => string;
  columns: Column<R>[];
}

/** A part of access that is read, and saved, as a whole. */
export function WholeList<D, R>({ file, intro, ...list }: Props<D, R>) {
  const { t } = useTranslation();
  return (
    <AuditPage title={t('audit.access')} tabs file={file}>
      {intro && <p className="note">{intro}</p>}
      <Rows {...list} />
    </AuditPage>
  );
}

/** Read only where the page may be used. */
function Rows<D, R>({ none, useList, rowsOf, keyOf, columns }: Omit<Props<D, R>, 'file' | 'intro'>) {
  return (
    <WhenRead of={useList()}>
      {(data) => {
        const rows = rowsOf(data);
        if (rows.length === 0) return <p className="note">{none}</p>;
        return <DataTable className="audit-table" rows={rows} keyOf={keyOf} columns={columns} />;
      }}
    </WhenRead>
  );
}
