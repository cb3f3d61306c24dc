import { type Day } from '../day.js';
import { type Failure } from '../live.js';
import { type OutsideWorld } from '../place/outside-world.js';
import { type Memory } from '../place/memory-looks.js';

/** A question that is asked at the end of the day, and how it came out. */
export interface Answer {
  question: string;
  ok: boolean;
  /** What was found, in a line or several. */
  found: string[];
}

/** What was lived, for the questions. */
export interface Lived {
  day: Day;
  world: OutsideWorld;
  memory: Memory;
  failures: readonly Failure[];
  from: Date;
}
