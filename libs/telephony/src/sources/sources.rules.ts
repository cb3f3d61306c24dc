import { asterisk } from './asterisk/asterisk.rules.js';
import { kamailio } from './kamailio/kamailio.rules.js';
import { type TelephonySource } from './source.js';
import { table } from './table/table.rules.js';
import { vicidial } from './vicidial/vicidial.rules.js';

/** The telephone systems whose records can be read, a row each. The first that knows a file reads it, so that any table comes last. */
export const SOURCES: readonly TelephonySource[] = [asterisk, kamailio, vicidial, table];
