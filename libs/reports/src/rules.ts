/** What of this lib is pure, however far one follows its imports: rules of apps import it from here. */
export { TERMS } from './files/report-words.rules.js';
export { reportsRefusals } from './refusals.js';
