import { type Certainty, type Language } from '#contracts';
import { classifyRun, type Verdict } from './classify-run.rules.js';
import { CONTEXT_CHARS, digitRuns, type DigitRun, type SpokenTurn } from './digit-runs.rules.js';
import { labelsIn, lastLabel, type Label } from './labels.rules.js';
import { codesSaidAsAmounts, type TextSpan } from './said-amounts.rules.js';
export { type TextSpan };

/** A question is looked for in so many turns before an answer. */
const TURNS_ASKED = 3;
/** A card's code is often given after some words on where it is printed. */
const TURNS_CODE_AWAITED = 6;
/** A number is read back, or put right, within so many turns. */
const TURNS_ECHOED = 8;
const MOST_ECHOES_LOOKED_AT = 60;
const FEWEST_ECHOED = 3;
const CORRECTION =
  /不对|不是|错了|更正|应该是|改成|最后是|(?<![a-z])(?:sorry|no|wait|correction|actually|i mean|rather|should be|make that)(?![a-z])/i;

/** Numbers that are to be hidden: by form, by what they were called, and where they were read back or put right. */
export function findNumbers(turns: readonly SpokenTurn[], language?: Language): TextSpan[] {
  const runs = digitRuns(turns);
  const byIndex = new Map(turns.map((turn, place) => [turn.index, place]));
  const namesOf = readOnce();
  const verdicts = runs.map((run, at) => {
    const place = byIndex.get(run.groups[0]?.turn ?? -1) ?? 0;
    const earlier = turns.slice(Math.max(0, place - TURNS_CODE_AWAITED), place);
    const awaited = codeAwaited(earlier, { run, last: runs[at - 1] }, namesOf);
    const asked = askedIn(earlier, run, namesOf);
    const answersCode = isWholeTurn(run) && asksForCode(earlier, run, namesOf);
    return classifyRun({ run, language, asked, codeAwaited: awaited, answersCode });
  });
  echoes(runs, verdicts);
  return [...runs.flatMap((run, at) => spansOf(run, verdicts[at] ?? null)), ...codesSaidAsAmounts(turns)];
}

/** What may be around a number that is all of an answer. */
const AROUND_AN_ANSWER =
  /^(?:[\s，,。.：:、!！]|嗯|呃|哦|好的?|是的?|那个|我看看|就是|它是|是|三位|的|吧|哈|啊|拿到了|找到了|看到了|你记一下|您记一下|it'?s|it is|that'?s|that is|here it is|here|right|got it|found it|are you ready|is|yes|yeah|okay|ok|sure|so|um|uh|er|the|code|number|numbers are|digits are)*$/i;

const isWholeTurn = ({ before, after, groups }: DigitRun): boolean =>
  groups.every(({ turn }) => turn === groups[0]?.turn) && AROUND_AN_ANSWER.test(before) && AROUND_AN_ANSWER.test(after);

/** Is a card's code the last thing that the other speaker asked for? Turns that name nothing lie between. */
function asksForCode(earlier: readonly SpokenTurn[], run: DigitRun, namesOf: NamesOf): boolean {
  const asking = earlier.findLast((turn) => namesOf(turn).size > 0);
  if (!asking || (asking.speaker === run.speaker && asking.speaker !== 'unknown')) return false;
  return lastLabel(asking.text.slice(-3 * CONTEXT_CHARS)) === 'card_code';
}

type NamesOf = (turn: SpokenTurn) => ReadonlyMap<Label, number>;

/** What the end of a turn names, read once however many numbers follow. */
function readOnce(): NamesOf {
  const known = new Map<SpokenTurn, Map<Label, number>>();
  return (turn) => {
    const names = known.get(turn) ?? labelsIn(turn.text.slice(-3 * CONTEXT_CHARS));
    known.set(turn, names);
    return names;
  };
}

/**
 * What the nearest preceding turn that names something asked for. The speaker’s own last turn counts too: “我的卡号是”, then the number. “Order” and
 * “date” exempt a number only if they were named in the turn just before.
 */
function askedIn(earlier: readonly SpokenTurn[], run: DigitRun, namesOf: NamesOf): ReadonlySet<Label> {
  let looked = 0;
  for (const turn of earlier.toReversed()) {
    if (turn.text.length < 4 && turn.speaker === run.speaker) continue;
    const labels = new Map(namesOf(turn));
    if (looked > 0) for (const thing of ['order', 'date'] as const) labels.delete(thing);
    if (labels.size > 0) return relevant(turn, labels);
    if (/\d{4}/.test(turn.text)) break;
    looked += 1;
    if (looked >= TURNS_ASKED) break;
  }
  return new Set();
}

/** A question names what it wants; where it also names a thing to be found by it (“查订单要您的手机号”), the last name is meant besides. */
function relevant({ text }: SpokenTurn, labels: Map<Label, number>): ReadonlySet<Label> {
  if (!labels.has('order')) return new Set(labels.keys());
  const last = lastLabel(text);
  const names = new Set(labels.keys());
  if (last !== 'order' && last !== 'date') names.delete('order');
  return names;
}

/** Until three or four digits were said, a code that was asked for may still come. */
function codeAwaited(
  earlier: readonly SpokenTurn[],
  { run, last }: { run: DigitRun; last: DigitRun | undefined },
  namesOf: NamesOf,
): boolean {
  const asking = earlier.findLast((turn) => namesOf(turn).has('card_code') || namesOf(turn).has('declined_code'));
  if (!asking) return false;
  const lastTurn = last?.groups[0]?.turn ?? -1;
  return !(
    last &&
    lastTurn > asking.index &&
    last.digits.length >= 3 &&
    last.digits.length <= 4 &&
    last.speaker === run.speaker
  );
}

/** Hides what repeats or puts right a number that is hidden: by the other speaker group by group, or by the same one. */
function echoes(runs: readonly DigitRun[], verdicts: (Verdict | null)[]): void {
  const found = verdicts.map((verdict) => verdict !== null);
  for (const [at, run] of runs.entries()) {
    const verdict = verdicts[at];
    if (!verdict || !found[at]) continue;
    const [first, last] = [run.groups[0]?.turn ?? 0, run.groups.at(-1)?.turn ?? 0];
    const from = Math.max(0, at - 8);
    for (let other = from; other < Math.min(runs.length, at + MOST_ECHOES_LOOKED_AT); other += 1) {
      const candidate = runs[other] as DigitRun;
      const turn = candidate.groups[0]?.turn ?? 0;
      if (turn > last + TURNS_ECHOED) break;
      const known = verdicts[other];
      if (known && isSameCode(verdict, known, run.digits === candidate.digits)) verdicts[other] = verdict;
      if (known || turn < first - 1) continue;
      if (repeats(run, candidate) || (turn <= last + 2 && turn >= last && corrects(candidate))) {
        verdicts[other] = { kind: verdict.kind, certainty: echoCertainty(verdict, run, candidate) };
      }
    }
  }
}

/** It was awaited too, so it was taken for a doubtful code before it was seen to be the same. */
const isSameCode = (sure: Verdict, doubtful: Verdict, sameDigits: boolean): boolean =>
  sameDigits && sure.kind === 'card_code' && sure.certainty === 'certain' && doubtful.kind === 'card_code';

/** A code that was said for certain is one when it is said back, digit for digit. */
function echoCertainty({ kind, certainty }: Verdict, run: DigitRun, other: DigitRun): Certainty {
  if (kind !== 'card_code') return 'possible';
  return certainty === 'certain' && run.digits === other.digits ? 'certain' : 'possible';
}

const repeats = (run: DigitRun, other: DigitRun): boolean =>
  other.digits.length >= FEWEST_ECHOED &&
  (run.digits.includes(other.digits) ||
    (other.digits.length <= 24 && run.digits.length >= FEWEST_ECHOED && other.digits.includes(run.digits)));

const corrects = ({ before, digits }: DigitRun): boolean =>
  digits.length >= 2 && CORRECTION.test(before) && !['order', 'date'].includes(lastLabel(before) ?? '');

/** One stretch in each turn that the run goes over, from its first digit there to its last. */
function spansOf(run: DigitRun, verdict: Verdict | null): TextSpan[] {
  if (!verdict) return [];
  const byTurn = new Map<number, TextSpan>();
  for (const { turn, fromChar, toChar } of run.groups) {
    const span = byTurn.get(turn);
    if (span) span.toChar = toChar;
    else byTurn.set(turn, { turn, fromChar, toChar, ...verdict });
  }
  const last = run.ex && byTurn.get(run.ex.turn);
  if (last && run.ex) last.toChar = run.ex.toChar;
  if (verdict.kind === 'passport') withLetters(run, byTurn);
  return [...byTurn.values()];
}

/** A passport's letters are part of its number. */
function withLetters(run: DigitRun, byTurn: Map<number, TextSpan>): void {
  const first = byTurn.get(run.groups[0]?.turn ?? -1);
  const letters = /(?<![a-z])[a-z](?:[ -]?[a-z])?(?: (?:for|as in) [a-z]{2,12})?[\s,，-]*$/i.exec(
    run.before.slice(-24),
  );
  if (first && letters) first.fromChar -= letters[0].length;
}
