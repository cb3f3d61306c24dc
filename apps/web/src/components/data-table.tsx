import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from './failure-note.js';
import { Waiting } from './waiting.js';
import './admin.css';

interface TableProps {
  /** The columns' names, none where the rows speak for themselves; one in `unseen` is only read aloud, as above a column of buttons. */
  head?: readonly (string | { unseen: string })[];
  /** Read aloud before the table. */
  caption?: string;
  className?: string;
  /** Columns stay beside each other on a narrow screen too; else each row becomes a block of its own there. */
  keepsColumns?: boolean;
}

/** The one table. Its rows are `<tr>`; one of class `quiet` no longer counts. */
export function DataTable({ head, caption, className, keepsColumns, children }: TableProps & { children: ReactNode }) {
  const names = ['admin-table', keepsColumns ? '' : 'stacks', className ?? ''].filter(Boolean);
  return (
    <table className={names.join(' ')}>
      {caption && <caption className="seen-by-readers-only">{caption}</caption>}
      {head && (
        <thead>
          <tr>
            {head.map((name) => (
              <th key={wordsOf(name)} scope="col">
                {typeof name === 'string' ? name : <span className="seen-by-readers-only">{name.unseen}</span>}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>{children}</tbody>
    </table>
  );
}

const wordsOf = (name: string | { unseen: string }) => (typeof name === 'string' ? name : name.unseen);

interface ListProps<T, P> extends TableProps {
  of: UseInfiniteQueryResult<InfiniteData<P>>;
  rowsOf: (page: P) => readonly T[];
  row: (row: T) => ReactNode;
  /** Stands where the first row would be. */
  empty: ReactNode;
}

/** A table that is read page by page, in each of its states: being read, failed with another try, refused, empty, and with more to come. */
export function DataList<T, P>({ of, rowsOf, row, empty, ...table }: ListProps<T, P>) {
  const failed = of.error && <Failed of={of} />;
  if (of.data === undefined) return failed ?? <Waiting />;
  const rows = of.data.pages.flatMap(rowsOf);
  return (
    <>
      {failed}
      {rows.length === 0 ? <p className="note">{empty}</p> : <DataTable {...table}>{rows.map(row)}</DataTable>}
      <More of={of} />
    </>
  );
}

/** Reads the next page of a list, as long as there is one. */
export function More({ of, word }: { of: UseInfiniteQueryResult<unknown>; word?: string }) {
  const { t } = useTranslation();
  if (!of.hasNextPage) return null;
  return (
    <div className="admin-more">
      <Button onClick={() => void of.fetchNextPage()} loading={of.isFetchingNextPage}>
        {word ?? t('admin.more')}
      </Button>
    </div>
  );
}
