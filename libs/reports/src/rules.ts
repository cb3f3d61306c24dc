/** Pure functions of this library, whose imports are pure too. Rules of apps import them from here. */
export { TERMS } from './files/report-words.rules.js';
export { reportsRefusals } from './refusals.js';
