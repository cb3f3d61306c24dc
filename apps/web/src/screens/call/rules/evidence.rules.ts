import {
  type Outcome,
  toneOf,
  type ScorecardItem,
  type ScorecardView,
  type Tone,
  type Turn,
  type WordsPlace,
} from '#contracts';

/** A stretch of the recording, milliseconds. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** An item's words inside one turn. */
export interface TextMark {
  itemId: string;
  outcome: Tone;
  title: ScorecardItem['title'];
  turn: number;
  fromChar: number;
  toChar: number;
}

/** Where an item can be heard: its first words, else where it was measured, else the turns that were searched in vain; null for other facts. */
export function momentOf(item: ScorecardItem, turns: readonly Turn[]): Span | null {
  for (const { at } of item.evidence) if (at.kind === 'words') return { fromMs: at.fromMs, toMs: at.toMs };
  for (const { at } of item.evidence) if (at.kind === 'fact' && at.span) return at.span;
  for (const { at } of item.evidence) {
    if (at.kind !== 'absence') continue;
    const [first, last] = [turns[at.fromTurn], turns[at.toTurn]];
    if (first && last) return { fromMs: first.fromMs, toMs: last.toMs };
  }
  return null;
}

/** What to light up while an item is selected: its words only, since a vain search may span the whole call. */
export function highlightedSpan(item: ScorecardItem | null): Span | null {
  const words = item?.evidence.find(({ at }) => at.kind === 'words')?.at;
  return words?.kind === 'words' ? { fromMs: words.fromMs, toMs: words.toMs } : null;
}

/** All words that serve as evidence, turn by turn. Places in an earlier or later version of the words are no places in these. */
export function textMarks(card: ScorecardView | null, version: number): Map<number, TextMark[]> {
  const marks = new Map<number, TextMark[]>();
  for (const item of card?.items ?? []) {
    for (const { at } of item.evidence) {
      if (at.kind !== 'words' || at.transcriptVersion !== version) continue;
      const { turn, fromChar, toChar } = at;
      const mark = { itemId: item.itemId, outcome: toneOf(item), title: item.title, turn, fromChar, toChar };
      marks.set(turn, [...(marks.get(turn) ?? []), mark]);
    }
  }
  return marks;
}

/** The items that have a place on the axis, in time order. */
export function itemsInTime(card: ScorecardView | null, turns: readonly Turn[]): { item: ScorecardItem; span: Span }[] {
  return (card?.items ?? [])
    .flatMap((item) => {
      const span = momentOf(item, turns);
      return span ? [{ item, span }] : [];
    })
    .sort((a, b) => a.span.fromMs - b.span.fromMs);
}

/** Most places that an answer may name. */
const MOST_PLACES = 6;

/**
 * What an answer to an undecided item rests on at first: the words for which no verdict could be given serve as evidence of the person's, until
 * they drop them. What spoke for another verdict does not.
 * @param version of the words that the person reads; null: they read none
 */
export const placesAtFirst = (
  { outcome: was, evidence }: ScorecardItem,
  outcome: Outcome,
  version: number | null,
): WordsPlace[] =>
  was !== 'insufficient' || (outcome !== 'met' && outcome !== 'not_met')
    ? []
    : evidence
        .flatMap(({ at }) => {
          if (at.kind !== 'words' || at.transcriptVersion !== version) return [];
          return [{ turn: at.turn, fromChar: at.fromChar, toChar: at.toChar }];
        })
        .slice(0, MOST_PLACES);

/** The places of an answer whose outcome changes: as at first, in whatever order outcomes are tried, until a person adds or drops one. */
export const placesAfter = (
  item: ScorecardItem,
  was: { outcome: Outcome; places?: readonly WordsPlace[] | undefined } | undefined,
  outcome: Outcome,
  version: number | null,
): WordsPlace[] => {
  const [before, after] = [
    placesAtFirst(item, was?.outcome ?? outcome, version),
    placesAtFirst(item, outcome, version),
  ];
  return !was?.places || JSON.stringify(was.places) === JSON.stringify(before) ? after : [...was.places];
};
