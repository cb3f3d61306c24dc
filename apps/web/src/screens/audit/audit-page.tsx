import type { DeclaredRoute } from '#contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import { addressOf } from '../../data/api.js';
import { useLanguage } from '../../format/use-format.js';
import './audit.css';
import { useSearchParams } from 'react-router';
import { DataList, type Column, type Listing } from '../../components/data-table.js';

interface Props {
  title: string;
  /** What the part is saved as; `filters` of the screen go with it. */
  file: { route: DeclaredRoute; name: string; filters: object };
  tabs?: boolean;
  children: ReactNode;
}

/** A page for who audits: everything on it leaves as a file. */
export function AuditPage({ title, file, tabs, children }: Props) {
  const { t } = useTranslation();
  const exportLanguage = useLanguage();
  const head = tabs && (
    <PartTabs
      name={t('auditPage.parts')}
      parts={(['used', 'open', 'unusual', 'corrections'] as const).map((part) => ({
        to: `/access/${part}`,
        label: t(`audit.part.${part}`),
      }))}
    />
  );
  const acts = (
    <Tooltip title={t('audit.exportNote')}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        href={addressOf(file.route, { query: { ...file.filters, exportLanguage } })}
        download={`${file.name}.csv`}
      >
        {t('audit.export')}
      </Button>
    </Tooltip>
  );
  return (
    <AdminPage title={title} needs="journal.read" head={head} acts={acts}>
      {children}
    </AdminPage>
  );
}

/** Filters as the address of the screen has them, by name. Each change is one step back in the browser. */
export function useAddressFilters<N extends string>(names: readonly N[]) {
  const [search, setSearch] = useSearchParams();
  const given = names.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  const change = (name: N, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    // A page is of the list that it was read from.
    next.delete('cursor');
    setSearch(next);
  };
  const clear = () => setSearch(new URLSearchParams());
  return { filters: Object.fromEntries(given) as Partial<Record<N, string>>, count: given.length, change, clear };
}

interface ListProps<D, R> extends Pick<Props, 'file'> {
  intro?: string;
  none: string;
  useList: () => Listing<D>;
  rowsOf: (data: D) => readonly R[];
  keyOf: (row: R) => string;
  columns: Column<R>[];
}

/** A part of access that is read, and saved, as a whole. */
export function WholeList<D, R>({ file, intro, ...list }: ListProps<D, R>) {
  const { t } = useTranslation();
  return (
    <AuditPage title={t('audit.access')} tabs file={file}>
      {intro && <p className="note">{intro}</p>}
      <Rows {...list} />
    </AuditPage>
  );
}

/** Read only where the page may be used. */
const Rows = <D, R>({ none, useList, ...list }: Omit<ListProps<D, R>, 'file' | 'intro'>) => (
  <DataList className="audit-table" of={useList()} empty={none} {...list} />
);
