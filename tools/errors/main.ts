/** `npm run docs:errors`: writes docs/operations/errors.md from the tables of refusals, so that every code of an answer is explained there. */
import { writeFileSync } from 'node:fs';
import { catalogue, ERRORS_FILE } from './catalogue.js';

writeFileSync(ERRORS_FILE, catalogue());
