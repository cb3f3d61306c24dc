import { type Act } from '../acts.js';
import { fault, fine, type Course } from './course.js';

const BACK: readonly Act[] = ['reads_back'];
/** Something of the customer's own that could have been repeated. */
const OWN: readonly Act[] = ['gives_identity', 'facts', 'request', 'trouble'];
const OWN_FROM = 8;
const DONE_FROM = 10;
const DONE_ALONE_FROM = 13;
const NOT_ABOVE = 6;
const ALONE_NOT_ABOVE = 2;

/** Was anything of the customer's repeated or summed up? */
export const confirmation: Course = (acts) => {
  const most = acts.most('agent', BACK);
  if (most >= DONE_FROM) {
    return fine('reads_back', acts.doing('agent', BACK, DONE_FROM), most >= DONE_ALONE_FROM);
  }
  if (most > NOT_ABOVE || acts.most('customer', OWN) < OWN_FROM) return null;
  return fault('reads_back', [], most <= ALONE_NOT_ABOVE);
};
