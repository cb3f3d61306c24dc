import { type Cursor } from '../reach/cursor.rules.js';

/** Where a page lies: beside a call, at an instant, or at the end that reading starts from. */
export interface Place {
  toward: 'older' | 'newer';
  beside: Cursor | null;
  limit: number;
}
