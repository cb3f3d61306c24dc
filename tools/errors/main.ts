/** `npm run -s docs:errors`: prints every code with which the API refuses, from the tables of refusals. */
import { catalogue } from './catalogue.js';

process.stdout.write(catalogue());
