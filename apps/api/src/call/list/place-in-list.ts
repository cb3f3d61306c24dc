import { type CallRow } from '#contracts';
import { type Cursor } from '../../reach/cursor.rules.js';

/** Where a page lies: beside a call, at an instant, or at the end that reading starts from. */
export interface Place {
  toward: 'older' | 'newer';
  beside: Cursor | null;
  limit: number;
}

/** Rows and the keys that they end with. */
export interface Page {
  rows: CallRow[];
  first: string | null;
  last: string | null;
  /** There is more in the direction that was read. */
  more: boolean;
}

/** A stretch of a list in any order, told by cursors: `null` begins at the top, or, read up, at the end. */
export interface Stretch {
  toward: 'down' | 'up';
  cursor: string | null;
  limit: number;
}
