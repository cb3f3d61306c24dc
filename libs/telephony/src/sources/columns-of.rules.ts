import { CDR_LAYOUTS, CEL_LAYOUTS, QUEUE_LAYOUTS } from './asterisk/columns.rules.js';
import { TABLE_COLUMNS } from './table/table.rules.js';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  table: TABLE_COLUMNS,
  asterisk: [
    ...new Set([...CEL_LAYOUTS, ...CDR_LAYOUTS, ...QUEUE_LAYOUTS].flatMap(({ columns }) => columns)),
  ].toSorted(),
};

/** What a person may call the columns of a reader's files; empty: its names are its own. */
export const columnsOf = (reader: string): readonly string[] => COLUMNS[reader] ?? [];
