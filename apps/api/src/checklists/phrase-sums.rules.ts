import { type HeardPhrase, type PhrasePieceAnswer } from '#contracts';
import { type TriedCall } from '#quality/rules';
import { type TrialCall } from './trial-calls.query.js';

export type TriedLeg = TriedCall & { readonly call: Pick<TrialCall, 'legId' | 'transcriptId'> };

/** Places of a line that a piece answers: a person looks at a few. */
const MOST_OF_A_LINE = 3;

/** What a list heard in some calls, counted. @param asked calls that were asked for, those without words among them */
export function sumOfPiece(tried: readonly TriedLeg[], asked: number): PhrasePieceAnswer {
  const lines = new Map<string, { language: HeardPhrase['language']; line: number; calls: number }>();
  const items = new Map<string, number>();
  const heard: HeardPhrase[] = [];
  const [read, matching] = [
    { zh: 0, en: 0 },
    { zh: 0, en: 0 },
  ];
  for (const { language, call, lines: found, matches, itemIds } of tried) {
    read[language] += 1;
    if (matches) matching[language] += 1;
    for (const itemId of itemIds) items.set(itemId, (items.get(itemId) ?? 0) + 1);
    for (const { line, heard: first } of found) {
      const key = `${language} ${line}`;
      const calls = (lines.get(key)?.calls ?? 0) + 1;
      lines.set(key, { language, line, calls });
      const { turn, fromChar, toChar } = first;
      const { legId, transcriptId } = call;
      if (calls <= MOST_OF_A_LINE) heard.push({ legId, transcriptId, turn, fromChar, toChar, language, line });
    }
  }
  return {
    ...{ read, matching, heard, without: asked - tried.length },
    lines: [...lines.values()],
    items: [...items].map(([itemId, calls]) => ({ itemId, calls })),
  };
}
