import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { contentOf } from './content.rules.js';
import { readBacksOf, type ReadBackKind } from './read-backs.rules.js';
import { situationOf } from './situation.rules.js';

/** What shows that a call is about this customer and not about something general. */
export interface Particulars {
  readonly heard: readonly Heard[];
  /** False where a single faint sign is all there is. */
  readonly sure: boolean;
}

/** Digits of an account or a telephone number belong to a customer; shorter ones may be a price or a model. */
const OWN_DIGITS = 6;
const PERHAPS_OWN_DIGITS = 4;

/** Where an agent clearly reads something back, or has done something, it belonged to a customer. */
const TELLING: ReadonlySet<ReadBackKind> = new Set(['number', 'lead', 'done']);
const TELLING_SIGNAL = 0.8;

const say = (speaker: Query['speaker'], lookFor: string[]): Query => ({
  lookFor,
  speaker,
  zone: 'anywhere',
  atStart: false,
  notWithin: ['offer_of_help', 'possible_offer', 'details_for_help', 'further_help', 'company_profile', 'own_name'],
});
const OWN = say('customer', ['own_details']);
const IDENTITY = say('agent', ['identity_request']);
const PERHAPS = [say('customer', ['request']), say('agent', ['own_details'])];

function numbers(call: HeardCall, least: number): Heard[] {
  return call.turnsOf({ speaker: 'customer', zone: 'anywhere' }).flatMap((turn) => {
    const { fromChar, toChar } = call.symbolsOf(turn);
    return contentOf(call, turn)
      .numbers.filter(({ digits }) => digits.length >= least)
      .map(({ from, to }) => ({
        entry: 'number',
        turn,
        fromChar: fromChar[from]!,
        toChar: toChar[to - 1]!,
        exactness: 1,
      }));
  });
}

function find(call: HeardCall): Particulars {
  const { kind, heard: trouble } = situationOf(call);
  const plain = [...call.hear(OWN), ...call.hear(IDENTITY), ...numbers(call, OWN_DIGITS)];
  if (kind !== 'question') plain.push(...trouble);
  plain.push(...readBacksOf(call).filter(({ kind: way, signal }) => TELLING.has(way) && signal >= TELLING_SIGNAL));
  if (plain.length > 0) return { heard: plain, sure: true };
  const faint = [...PERHAPS.flatMap((query) => call.hear(query)), ...numbers(call, PERHAPS_OWN_DIGITS)];
  return { heard: faint, sure: new Set(faint.map(({ turn }) => turn)).size > 1 };
}

/** An order, an account, a trouble of the customer's own; nothing heard where the call is general. */
export const particularsOf = (call: HeardCall): Particulars => call.once('particulars', () => find(call));
