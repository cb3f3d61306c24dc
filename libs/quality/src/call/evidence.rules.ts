import { spanTimes } from '#transcripts/rules';
import { type Evidence, type Turn } from '#contracts';
import { type HeardCall, type Heard } from './heard-call.js';

/** The first few say enough; a hundred "thank you"s do not say more. */
const MOST_QUOTES = 6;

/** The place of what was heard. */
export function wordsEvidence(
  call: HeardCall,
  { turn, fromChar, toChar }: Pick<Heard, 'turn' | 'fromChar' | 'toChar'>,
): Evidence {
  const times = spanTimes(call.turns[turn]!, fromChar, toChar);
  return { kind: 'words', transcriptVersion: call.transcriptVersion, turn, ...times, fromChar, toChar };
}

/** The places of all that was heard, in the order given; spans that overlap are one place. */
export function quotes(call: HeardCall, heard: readonly Heard[]): Evidence[] {
  const places: { turn: number; fromChar: number; toChar: number }[] = [];
  for (const { turn, fromChar, toChar } of heard) {
    const last = places.at(-1);
    if (last && last.turn === turn && fromChar < last.toChar && last.fromChar < toChar) {
      last.fromChar = Math.min(last.fromChar, fromChar);
      last.toChar = Math.max(last.toChar, toChar);
    } else places.push({ turn, fromChar, toChar });
  }
  return places.slice(0, MOST_QUOTES).map((place) => wordsEvidence(call, place));
}

/** Where something was looked for and not found; empty when there was nowhere to look. */
export function absenceEvidence(turns: readonly number[], lookedFor: readonly string[]): Evidence[] {
  if (turns.length === 0) return [];
  return [{ kind: 'absence', fromTurn: turns[0]!, toTurn: turns.at(-1)!, lookedFor: [...lookedFor] }];
}

/** How sure the words themselves are, 0–1; 1 where the engine does not say. */
export function wordConfidence(turn: Turn, fromChar = 0, toChar = turn.text.length): number {
  const said = turn.words.filter(
    (word) => word.confidence !== null && word.fromChar < toChar && word.toChar > fromChar,
  );
  return said.length === 0 ? 1 : said.reduce((sum, word) => sum + word.confidence!, 0) / said.length;
}

type Place = Pick<Heard, 'turn' | 'fromChar' | 'toChar'>;

const sureOf =
  (call: HeardCall) =>
  ({ turn, fromChar, toChar }: Place): number =>
    wordConfidence(call.turns[turn]!, fromChar, toChar);

/** How sure the surest of some words is, where any of them is enough; 1 without any. */
export const surest = (call: HeardCall, places: readonly Place[]): number =>
  places.length === 0 ? 1 : Math.max(...places.map(sureOf(call)));

/** How sure the least sure of some words is, where each of them is needed; 1 without any. */
export const leastSure = (call: HeardCall, places: readonly Place[]): number =>
  Math.min(1, ...places.map(sureOf(call)));

/** How sure the recogniser was of the words that a finding rests on; 1 where it quotes none or the recogniser does not say. */
export const wordsBehind = (
  call: HeardCall,
  { heard, evidence }: { readonly heard?: number; readonly evidence: readonly Evidence[] },
): number =>
  heard ??
  surest(
    call,
    evidence.flatMap((one) => (one.kind === 'words' ? [one] : [])),
  );

/** How sure a finding is apart from the recogniser: checks multiply it by how sure the words behind it are. */
export const apartFromWords = (
  call: HeardCall,
  found: Parameters<typeof wordsBehind>[1] & { readonly confidence: number },
): number => Math.min(1, found.confidence / (wordsBehind(call, found) || 1));

/** An accusation rests on words that are surer than this: 少少啦 (just a little) was heard as 少了 (too little), and no trouble was voiced. */
const LEAST_TO_ACCUSE = 0.85;

/**
 * How sure the words must be that an accusation quotes. A recogniser that tells one figure for a whole segment tells nothing of a word in it: its
 * calls keep the bound of any other result.
 */
export const leastToAccuse = ({ turns }: HeardCall, otherwise: number): number => {
  let [all, same] = [0, 0];
  for (const { words } of turns)
    for (let at = 1; at < words.length; at++) {
      all += 1;
      if (words[at]!.confidence === words[at - 1]!.confidence) same += 1;
    }
  return same > all / 2 ? otherwise : LEAST_TO_ACCUSE;
};

/** Below this the recogniser had other words in mind. */
const DOUBTFUL = 0.4;
/** So many doubtful words may be a name, or noise; more of them, and as large a share, are a sentence that was not understood. */
const FEW_DOUBTFUL = 2;
const SHARE_OF_SEVERAL = 0.25;
/** One turn among several must be worse: with less, more accusations that are right went than wrong ones (`npm run eval:spoken`). */
const SHARE_OF_ONE = 0.5;

/** So many words of a turn, and so large a share of them, that are wrong by the recogniser's own account. */
const WRONG = { least: 2.5, share: 0.35 };

/** Whether so much of these turns was not understood that what is missing from them may have been said. Never where the engine tells no sureness. */
export const notUnderstood = (call: HeardCall, turns: readonly number[]): boolean =>
  isDoubtful(call, turns, SHARE_OF_SEVERAL) ||
  turns.some(
    (turn) =>
      isDoubtful(call, [turn], SHARE_OF_ONE) || isGuessed(call.turns[turn]!) || UNHEARD.test(call.turns[turn]!.text),
  );

/** Whether a single word of these turns is doubtful: it may have been a name. */
export const hasDoubtfulWord = (call: HeardCall, turns: readonly number[]): boolean =>
  turns.some((turn) => call.turns[turn]!.words.some(({ confidence }) => confidence !== null && confidence < DOUBTFUL));

/** What is written for words that were not understood: "…", "[inaudible]", （听不清）. */
const UNHEARD =
  /^(?=[^…⋯]*[…⋯])[\s…⋯.·。]+$|^\s*\.{3,}\s*$|[[(（【](?:inaudible|unintelligible|unk|听不清|听不清楚|听不懂)[\])）】]/i;

function isGuessed({ words }: Turn): boolean {
  const known = words.filter(({ confidence }) => confidence !== null);
  const wrong = known.reduce((sum, { confidence }) => sum + 1 - confidence!, 0);
  return wrong >= Math.max(WRONG.least, WRONG.share * known.length);
}

function isDoubtful(call: HeardCall, turns: readonly number[], share: number): boolean {
  const words = turns.flatMap((turn) => call.turns[turn]!.words.filter(({ confidence }) => confidence !== null));
  const doubtful = words.filter(({ confidence }) => confidence! < DOUBTFUL).length;
  return doubtful > FEW_DOUBTFUL && doubtful >= share * words.length;
}

/** The confidence of the best of several matches, by how exactly and how clearly it was heard. */
export const confidenceOf = (call: HeardCall, heard: readonly Heard[]): number =>
  Math.max(0, ...heard.map((one) => one.exactness * wordConfidence(call.turns[one.turn]!, one.fromChar, one.toChar)));
