import { runInThread } from '#platform';
import { type TelephonySourceRow } from '#telephony';
import { type FoldedCall, type TelephonyRecord } from '#telephony/rules';
import { foldQuestion, type FoldQuestion } from './fold-question.rules.js';

/** So many take some milliseconds; a call has a few dozen. */
const IN_PLACE = 200;

const work = {
  ...{ name: 'fold-records', beside: import.meta.url, inPlace: foldQuestion, wallMs: 120_000, memoryMb: 512 },
};

/** The calls that records tell of. Where thousands hang together, a thread folds them: they would hold the event loop for a second. @throws ThreadFailed */
export async function callsOf(
  { reader, settings, house }: Pick<TelephonySourceRow, 'reader' | 'settings' | 'house'>,
  records: readonly TelephonyRecord[],
): Promise<FoldedCall[]> {
  const question: FoldQuestion = { reader, settings, house, records };
  return records.length <= IN_PLACE ? work.inPlace(question) : runInThread(work, question);
}
