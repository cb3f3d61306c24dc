import { asterisk } from './asterisk/asterisk.rules.js';
import { type TelephonySource } from './source.js';

/** The telephone systems whose records can be read, a row each. */
export const SOURCES: readonly TelephonySource[] = [asterisk];
