import type { Figure } from '../../components/opened/guides.js';
import { Why } from '../../components/why.js';
import { DataTable, type Column } from '../../components/data-table.js';

interface Props<T> {
  title: string;
  /** What explains its figures. */
  why?: Figure;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** What is shown in place of the rows when there are none. */
  none: string;
}

/** A part of the board: a table that becomes one block for each row where there is no room beside each other. */
export function BoardTable<T>({ title, why, none, ...table }: Props<T>) {
  return (
    <section className="board-part">
      <h2>
        {title} {why && <Why of={why} name={title} />}
      </h2>
      {table.rows.length === 0 ? <p className="quiet">{none}</p> : <DataTable {...table} keepsColumns />}
    </section>
  );
}
