/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { consentRefusals } from './refusals.js';
