import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Key, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from './failure-note.js';
import { Waiting } from './waiting.js';
import './admin.css';

export interface Column<T> {
  /** Also names it among its siblings. */
  name: string;
  /** A column of buttons: its name is only read aloud. */
  unseen?: boolean;
  className?: string | ((row: T) => string | undefined);
  cell: (row: T) => ReactNode;
}

interface TableProps<T> {
  columns: readonly (Column<T> | false)[];
  keyOf: (row: T) => Key;
  /** A row that no longer counts is grey. */
  quiet?: (row: T) => boolean;
  onOpen?: (row: T) => void;
  className?: string;
}

/** The one table: a row becomes a block of its own where there is no room for columns. */
export function DataTable<T>({
  rows,
  columns,
  keyOf,
  quiet,
  onOpen,
  className,
}: TableProps<T> & { rows: readonly T[] }) {
  const shown = columns.filter((column) => column !== false);
  return (
    <table className={`admin-table stacks ${className ?? ''}`}>
      <thead>
        <tr>
          {shown.map(({ name, unseen }) => (
            <th key={name} scope="col">
              {unseen ? <span className="seen-by-readers-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            {...(quiet?.(row) && { className: 'quiet' })}
            {...(onOpen && { onDoubleClick: () => onOpen(row) })}
          >
            {shown.map(({ name, className: own, cell }) => (
              <td key={name} className={typeof own === 'function' ? own(row) : own}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ListProps<T, P> extends TableProps<T> {
  of: UseInfiniteQueryResult<InfiniteData<P>>;
  rowsOf: (page: P) => readonly T[];
  /** Stands where the first row would be. */
  empty: ReactNode;
}

/** A table that is read page by page, in each of its states: being read, failed with another try, refused, empty, and with more to come. */
export function DataList<T, P>({ of, rowsOf, empty, ...table }: ListProps<T, P>) {
  const { t } = useTranslation();
  if (of.data === undefined)
    return of.error ? <FailureNote error={of.error} onRetry={() => void of.refetch()} /> : <Waiting />;
  const rows = of.data.pages.flatMap(rowsOf);
  return (
    <>
      {of.error && <FailureNote error={of.error} onRetry={() => void of.refetch()} />}
      {rows.length === 0 ? <p className="note">{empty}</p> : <DataTable rows={rows} {...table} />}
      {of.hasNextPage && (
        <div className="admin-more">
          <Button onClick={() => void of.fetchNextPage()} loading={of.isFetchingNextPage}>
            {t('admin.more')}
          </Button>
        </div>
      )}
    </>
  );
}
