import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { contentOf } from './content.rules.js';

const OPENS = [
  'salutation',
  'offer_of_help',
  'possible_offer',
  'details_for_help',
  'company_profile',
  'company_generic',
  'own_name',
];
/** What an agent says only once a matter is under way. */
const UNDER_WAY = ['read_back', 'completed_action', 'hold_request', 'thanks_in_passing', 'next_step', 'explanation'];
/** Agents do not answer the telephone with so many words and no greeting. */
const AT_LENGTH = 10;
const ANSWERS = ['affirmation', 'back_channel'];

const first = (lookFor: readonly string[], speaker: Query['speaker'], atStart = false): Query => ({
  lookFor: [...lookFor],
  speaker,
  zone: 'first_turn',
  atStart,
  notWithin: [],
});

/**
 * What shows that the words start in the middle of a contact: the customer goes on with something, or the agent's very first words answer, or
 * tell of a matter, instead of greeting. Empty where they start at the beginning.
 *
 * @param continuation entries of a customer's words that go on with an earlier contact
 */
export function startsInTheMiddle(call: HeardCall, continuation: readonly string[]): readonly Heard[] {
  const goesOn = call.hear(first(continuation, 'customer', true));
  if (goesOn.length > 0 || call.turns[0]?.speaker !== 'agent') return goesOn;
  if (call.hear(first(OPENS, 'agent')).length > 0) return [];
  const takenUp = call.hear(first(continuation, 'agent', true));
  if (takenUp.length > 0) return takenUp;
  const answers = call.hear(first(ANSWERS, 'agent', true));
  const underWay = call.hear(first(UNDER_WAY, 'agent'));
  const long = call.symbolsOf(0).length >= AT_LENGTH;
  return underWay.length > 0 || (long && answers.length > 0) ? [...answers, ...underWay] : [];
}

/** The agent's first turn, where the customer has not said yet what it is about; −1 where there is none. */
export function answering(call: HeardCall): number {
  const first = call.turns.findIndex(({ speaker }) => speaker === 'agent');
  const stated = call.turns.slice(0, first).some(({ index }) => contentOf(call, index).units.length > 1);
  return stated ? -1 : first;
}
