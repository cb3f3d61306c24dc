import { type Evidence, type Transcript, type WordsPlace } from '#contracts';
import { spanTimes } from '#transcripts/rules';

/**
 * The evidence that a person points at, in coordinates.
 * @returns null where a place is not in these words
 */
export function humanEvidence(
  { turns }: Pick<Transcript, 'turns'>,
  transcriptVersion: number,
  places: readonly WordsPlace[],
): Evidence[] | null {
  const evidence: Evidence[] = [];
  for (const { turn, fromChar, toChar } of places) {
    const said = turns[turn];
    if (!said || fromChar >= toChar || toChar > said.text.length) return null;
    const times = spanTimes(said, fromChar, toChar);
    evidence.push({ kind: 'words', transcriptVersion, turn, ...times, fromChar, toChar });
  }
  return evidence;
}
