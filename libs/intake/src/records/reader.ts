import { type TelephonySourceRow } from '#telephony';
import { SOURCES, type TelephonySource } from '#telephony/rules';

/** @throws RangeError for a source whose reader this release does not have */
export function readerOf({ reader }: Pick<TelephonySourceRow, 'reader'>): TelephonySource {
  const found = SOURCES.find(({ name }) => name === reader);
  if (!found) throw new RangeError(`There is no reader ${reader}`);
  return found;
}
