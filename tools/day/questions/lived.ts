import { type Day } from '../day.js';
import { type Failure } from '../live.js';
import { type Memory } from '../place/memory-looks.js';

/** What was lived, for the questions. */
export interface Lived {
  day: Day;
  memory: Memory;
  failures: readonly Failure[];
  from: Date;
}
