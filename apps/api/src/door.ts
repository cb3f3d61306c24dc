/** `#api`: what the routes of a module (`libs/modules/NAME/api`) use of the API, beside the libs. */
export { refusal as accessRefusal } from './access/access.rules.js';
export { bearerToken } from './access/access.guard.js';
export { RateLimits } from './access/rate-limits.js';
export { refusalOf } from './access/refusals.js';
export { csvFile } from './audit/csv-file.js';
export { STATUS } from './http/problem.js';
export { bilingual, REACH_COLUMNS } from './people/person.sql.js';
export { deciderOf } from './reach/within.js';
export { apiRefusals } from './refusals.js';
export { implement } from './routes/implement.js';
