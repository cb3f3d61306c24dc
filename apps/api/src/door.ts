/** `#api`: what the routes of a module (`libs/modules/NAME/api`) use of the API, beside the libs. */
export { csvFile } from './audit/csv-file.js';
export { bilingual, REACH_COLUMNS } from './people/person.sql.js';
export { deciderOf } from './reach/within.js';
export { implement } from './routes/implement.js';
