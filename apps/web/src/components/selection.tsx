import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { Column } from './data-table.js';

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
