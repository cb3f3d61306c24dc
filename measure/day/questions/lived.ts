import { type Day } from '../day.js';
import { type Failure } from '../live.js';
import { type OutsideWorld } from '../place/outside-world.js';
import { type Memory } from '../place/memory-looks.js';

/** What was lived, for the questions. */
export interface Lived {
  day: Day;
  world: OutsideWorld;
  memory: Memory;
  failures: readonly Failure[];
  from: Date;
}
