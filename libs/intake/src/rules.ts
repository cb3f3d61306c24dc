/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { movedBy } from './corrections/moved.rules.js';
export { OF_LEG } from './corrections/correction.rules.js';
export { correctionRefusals } from './corrections/correction-refusals.js';
export { uploadRefusals } from './refusals.js';
export { sourceRefusals } from './sources/source-refusals.js';
