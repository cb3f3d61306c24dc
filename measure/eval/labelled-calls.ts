import { join } from 'node:path';
import { dialogueSchema } from '#contracts';
import {
  loadChecklist,
  loadFindActs,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareScorer,
  writtenTranscript,
  type Lexicons,
} from '#quality';
import { z } from 'zod';
import { parseLines } from '../../tools/score/input.js';
import { type LabelValue, type Reading } from './labelled.js';

const LABELS = { met: 'met', not_met: 'not_met', na: 'not_applicable' } as const satisfies Record<string, LabelValue>;
const TRANSFER = 'transfer.purpose_consent';
const ITEMS = [
  ...[TRANSFER, 'conduct.identity_before_disclosure'],
  ...['empathy.acknowledgement', 'conduct.no_prohibited', 'ownership.resolution'],
];
const schema = dialogueSchema.extend({ expect: z.record(z.string(), z.enum(['met', 'not_met', 'na'])) });

/**
 * Items that were fitted on calls with odd numbers of the first four hands: those with even ones stay unread, and they alone measure, with all calls
 * of the hands after them.
 */
const FITTED: ReadonlySet<string> = new Set([TRANSFER, 'conduct.identity_before_disclosure']);
const FIRST_HANDS = /^w[ze][ab]-/u;
const isUnread = (id: string): boolean => !FIRST_HANDS.test(id) || Number(/\d+$/.exec(id)?.[0] ?? 1) % 2 === 0;

/**
 * Of calls whose writers labelled items that no other collection has labels for, and who saw no list: what they say of an item, and the product
 * with its acts. Whether a call was transferred it is told, as by a telephone system.
 */
export function ofLabelledCalls(root: string, lexicons: Lexicons): (itemId: string) => Reading[] {
  const calls = ['zh', 'en'].flatMap((language) =>
    parseLines(join(root, 'measure/eval/labelled-calls', `${language}.jsonl`), schema),
  );
  const score = prepareScorer({ ...loadChecklist('standard-inbound'), lexicons, profile: NEUTRAL_PROFILE });
  const findActs = loadFindActs();
  const judged = calls.map((call) => {
    const transcript = writtenTranscript(call);
    const transfer = call.expect[TRANSFER] === 'na' ? ('none' as const) : ('blind' as const);
    const facts = { ...NO_FACTS, transfer };
    const { items } = score({ transcript, transcriptVersion: 1, facts, acts: findActs(transcript) });
    return { call, outcomes: new Map(items.map(({ itemId, outcome }) => [itemId, outcome])) };
  });
  return (itemId) =>
    !ITEMS.includes(itemId)
      ? []
      : judged
          .filter(({ call }) => !FITTED.has(itemId) || isUnread(call.id))
          .flatMap(({ call: { expect, language }, outcomes }) => {
            const [label, got] = [expect[itemId], outcomes.get(itemId) ?? 'insufficient'];
            return label ? [{ language, label: LABELS[label], got: got === 'insufficient' ? null : got }] : [];
          });
}
