/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { movedBy } from './corrections/moved.rules.js';
export { OF_LEG } from './corrections/correction.rules.js';
export { correctionRefusals } from './corrections/correction-refusals.js';
export { uploadRefusals } from './refusals.js';
export { sourceRefusals } from './sources/source-refusals.js';
