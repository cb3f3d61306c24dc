export { ToLookAt, type Looked, type LookSweep, type LookOptions, type Walk } from './to-look-at.service.js';
export { TALLIES, Tallies } from './tallies.service.js';
export { endWalk, hasWalked } from './walks.js';
