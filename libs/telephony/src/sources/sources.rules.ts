import { CDR_LAYOUTS, CEL_LAYOUTS, QUEUE_LAYOUTS } from './asterisk/columns.rules.js';
import { TABLE_COLUMNS, table } from './table/table.rules.js';
import { asterisk } from './asterisk/asterisk.rules.js';
import { kamailio } from './kamailio/kamailio.rules.js';
import { type TelephonySource } from './source.js';
import { vicidial } from './vicidial/vicidial.rules.js';

/** The telephone systems whose records can be read, a row each. The first that knows a file reads it, so that any table comes last. */
export const SOURCES: readonly TelephonySource[] = [asterisk, kamailio, vicidial, table];

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  table: TABLE_COLUMNS,
  asterisk: [
    ...new Set([...CEL_LAYOUTS, ...CDR_LAYOUTS, ...QUEUE_LAYOUTS].flatMap(({ columns }) => columns)),
  ].toSorted(),
};

/** What a person may call the columns of a reader's files; empty: its names are its own. */
export const columnsOf = (reader: string): readonly string[] => COLUMNS[reader] ?? [];
