import { type CallView, type Heard } from '../scoring/call-view.rules.js';
import { contentOf } from './content.rules.js';
import { situationOf } from './situation.rules.js';

/** Digits of an order, a card, a telephone number; shorter numbers are prices and times, which are nobody's own. */
const OWN_DIGITS = 4;

const ABOUT_SOMEBODY = ['own_details', 'identity_request', 'request'];

/** What shows that a call is about this customer and not about something general; empty when nothing does. */
export const particularsOf = (call: CallView): readonly Heard[] =>
  call.once('particulars', () => {
    const heard = call.hear({
      lookFor: ABOUT_SOMEBODY,
      speaker: 'anyone',
      zone: 'anywhere',
      atStart: false,
      notWithin: ['offer_of_help', 'further_help', 'company_profile'],
    });
    const numbers = call.turnsOf({ speaker: 'customer', zone: 'anywhere' }).flatMap((turn) => {
      const { fromChar, toChar } = call.symbolsOf(turn);
      return contentOf(call, turn)
        .numbers.filter(({ digits }) => digits.length >= OWN_DIGITS)
        .map(({ from, to }) => ({
          entry: 'number',
          turn,
          fromChar: fromChar[from]!,
          toChar: toChar[to - 1]!,
          exactness: 1,
        }));
    });
    const { kind, heard: trouble } = situationOf(call);
    return [...heard, ...numbers, ...(kind === 'question' ? [] : trouble)];
  });
