/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { webhooksRefusals } from './refusals.js';
