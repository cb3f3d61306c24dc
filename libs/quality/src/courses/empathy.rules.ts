import { type Act } from '../acts/acts.js';
import { fault, fine, type Course } from './course.js';

const SEEN: readonly Act[] = ['acknowledges'];
const TROUBLE: readonly Act[] = ['upset'];
const SEEN_FROM = { zh: 5, en: 8 };
const SEEN_ALONE_FROM = { zh: 11, en: 9 };
/** Of the calls that thresholds were set on, every agent who passed trouble over had nothing above, and every customer's trouble was told as clearly. */
const NOT_ABOVE = 1;
const NO_TROUBLE_BELOW = 8;
const TROUBLE_FROM = 13;

/** Trouble that was told, and seen. */
export const empathy: Course = (acts, { transcript: { language } }) => {
  const [seen, trouble] = [acts.most('agent', SEEN), acts.most('customer', TROUBLE)];
  if (seen >= SEEN_FROM[language]) {
    return fine('acknowledges', acts.doing('agent', SEEN, SEEN_FROM[language]), seen >= SEEN_ALONE_FROM[language]);
  }
  if (seen > NOT_ABOVE) return fine('acknowledges', []);
  if (trouble < NO_TROUBLE_BELOW) return fine('upset', []);
  if (trouble < TROUBLE_FROM) return null;
  return fault('upset', acts.doing('customer', TROUBLE, TROUBLE_FROM), false);
};
