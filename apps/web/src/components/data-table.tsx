import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../format/use-format.js';
import { Failed } from './failure-note.js';
import { inOrder, type Order, type OrderedBy, pressed } from './order.rules.js';
import type { Figure } from './opened/guides.js';
import { Waiting } from './waiting.js';
import { Why } from './why.js';
import './admin.css';

type Name = string | { unseen: string };

interface TableProps {
  /** Read aloud before the table. */
  caption?: string;
  className?: string;
  /** Columns stay beside each other on a narrow screen too; else each row becomes a block of its own there. */
  keepsColumns?: boolean;
}

export interface Column<T> {
  /** One in `unseen` is only read aloud, as above a column of buttons. */
  name: Name;
  cell: (row: T) => ReactNode;
  /** Numbers are aligned to the end. */
  number?: boolean;
  /** What explains its figures, beside its name. */
  why?: Figure;
  /** Rows are put in order by it when the column's name is pressed. */
  by?: OrderedBy<T>;
  /** Show the column name beside the value when rows are displayed as blocks, because the value alone is unclear. */
  named?: boolean;
  /** Whether there is nothing to tell, so that it is left out where a row is a block. */
  quiet?: (row: T) => boolean;
  /** A class of the cell, as where something in it is due. */
  mark?: (row: T) => string | false | null;
}

export interface RowsProps<T> extends TableProps {
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Whether a row no longer counts. */
  past?: (row: T) => boolean;
  /** Shown where the first row would be. */
  empty?: ReactNode;
}

interface FrameProps extends TableProps {
  /** The columns' names, none where the rows speak for themselves. */
  head?: readonly Name[];
  /** `<tr>`; one of class `quiet` no longer counts. */
  children: ReactNode;
}

/** The one table: of rows and columns, or of `<tr>` where a row has a life of its own. */
export function DataTable<T>(props: RowsProps<T> | FrameProps) {
  if ('rows' in props) return <Rows {...props} />;
  const { head, children, ...table } = props;
  return (
    <Frame
      {...table}
      names={head?.map((name) => (
        <th key={wordsOf(name)} scope="col" children={shown(name)} />
      ))}
    >
      {children}
    </Frame>
  );
}

function Frame({
  names,
  caption,
  className,
  keepsColumns,
  children,
}: TableProps & { names: ReactNode; children: ReactNode }) {
  const classes = ['admin-table dense full', keepsColumns ? '' : 'stacks', className ?? ''].filter(Boolean);
  return (
    <table className={classes.join(' ')}>
      {caption && <caption className="seen-by-readers-only">{caption}</caption>}
      {names && (
        <thead>
          <tr>{names}</tr>
        </thead>
      )}
      <tbody>{children}</tbody>
    </table>
  );
}

function Rows<T>({ columns, rows, keyOf, past, empty, ...table }: RowsProps<T>) {
  const [order, setOrder] = useState<Order | null>(null);
  const language = useLanguage();
  if (rows.length === 0 && empty !== undefined) return <p className="note">{empty}</p>;
  const names = columns.map(({ name, by, number, why }, at) => (
    <th
      key={wordsOf(name)}
      scope="col"
      className={number ? 'number' : undefined}
      // Else each cell would be read with the question beside its column's name.
      aria-label={why && wordsOf(name)}
      aria-sort={by && (order?.at !== at ? 'none' : order.down ? 'descending' : 'ascending')}
    >
      {by ? (
        <button type="button" className="plain sorts" onClick={() => setOrder(pressed(order, at))}>
          {shown(name)}
        </button>
      ) : (
        shown(name)
      )}
      {why && <Why of={why} name={wordsOf(name)} />}
    </th>
  ));
  const by = order === null ? undefined : columns[order.at]?.by;
  return (
    <Frame {...table} names={names}>
      {(by && order ? inOrder(rows, by, order.down, language) : rows).map((row) => (
        <tr key={keyOf(row)} className={past?.(row) ? 'quiet' : undefined}>
          {columns.map(({ name, cell, number, named, quiet, mark }) => (
            <td
              key={wordsOf(name)}
              data-label={wordsOf(name)}
              className={
                [number && 'number', named && 'named', quiet?.(row) && 'quiet', mark?.(row)]
                  .filter(Boolean)
                  .join(' ') || undefined
              }
            >
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </Frame>
  );
}

const wordsOf = (name: Name) => (typeof name === 'string' ? name : name.unseen);

const shown = (name: Name): ReactNode =>
  typeof name === 'string' ? name : <span className="seen-by-readers-only">{name.unseen}</span>;

/** What was asked for: in one answer, or page by page. */
export interface Listing<P> {
  data: P | InfiniteData<P> | undefined;
  error: unknown;
  refetch: () => unknown;
}

export const pagesOf = <P,>(data: P | InfiniteData<P>): readonly P[] =>
  typeof data === 'object' && data !== null && 'pageParams' in data ? (data as InfiniteData<P>).pages : [data as P];

type ListProps<T, P> = {
  of: Listing<P>;
  rowsOf: (page: P) => readonly T[];
  /** Shown where the first row would be. */
  empty: ReactNode;
  /** On the button that reads on. */
  more?: string | undefined;
} & (Omit<RowsProps<T>, 'rows' | 'empty'> | (Omit<FrameProps, 'children'> & { row: (row: T) => ReactNode }));

/** A table that is read, in each of its states: being read, failed with another try, refused, empty, and with more to come. */
export function DataList<T, P>({ of, rowsOf, empty, more, ...table }: ListProps<T, P>) {
  if (of.data === undefined) return of.error ? <Failed of={of} /> : <Waiting />;
  const rows = pagesOf(of.data).flatMap(rowsOf);
  return (
    <>
      <Failed of={of} />
      {!('row' in table) ? (
        <DataTable {...table} rows={rows} empty={empty} />
      ) : rows.length === 0 ? (
        <p className="note">{empty}</p>
      ) : (
        <DataTable {...table}>{rows.map(table.row)}</DataTable>
      )}
      {'fetchNextPage' in of && <More of={of as unknown as UseInfiniteQueryResult<unknown>} word={more} />}
    </>
  );
}

/** Reads the next page of a list, as long as there is one. */
export function More({ of, word }: { of: UseInfiniteQueryResult<unknown>; word?: string | undefined }) {
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

/** Shown where a cell has nothing to show. */
export function Dash() {
  return <span className="faint">–</span>;
}

/** Rows that can be ticked, by their keys. */
interface Selection<T> {
  chosen: ReadonlySet<string>;
  toggle: (key: string) => void;
  keyOf: (row: T) => string;
  /** Of the column; only read aloud, unless the boxes have words of their own. */
  name: Column<T>['name'];
  /** What a box is called. */
  nameOf: (row: T) => string;
  /** Shown beside the box. */
  words?: (row: T) => ReactNode;
  /** Whether a row can be ticked; else it has no box. */
  may?: (row: T) => boolean;
}

/** The column of boxes of a table. */
export const selecting = <T,>({ chosen, toggle, keyOf, name, nameOf, words, may }: Selection<T>): Column<T> => ({
  name,
  cell: (row: T) =>
    may?.(row) !== false && (
      <Checkbox checked={chosen.has(keyOf(row))} onChange={() => toggle(keyOf(row))} aria-label={nameOf(row)}>
        {words?.(row)}
      </Checkbox>
    ),
});
