import { type Speaker } from '#contracts';
import { CHINESE_UNITS } from './number-words.js';
import { readTokens, type Token } from './read-tokens.rules.js';
import { type SpokenTurn } from './said-amounts.rules.js';

export { type SpokenTurn };

/** Where some digits of a run were said. */
export interface Group {
  turn: number;
  fromChar: number;
  toChar: number;
  digits: string;
}

/** Digits said one after the other: one number, or several in a row. May go on over several turns of one speaker. */
export interface DigitRun {
  speaker: Speaker;
  groups: Group[];
  digits: string;
  /** An X was said after the last digit. */
  ex: { turn: number; toChar: number } | null;
  /** “Plus”, or +, came before it. */
  plus: boolean;
  /** What its speaker said before it in the same turn, after the number before; at most {@link CONTEXT_CHARS}. */
  before: string;
  after: string;
}

interface LocalRun extends DigitRun {
  atStart: boolean;
  atEnd: boolean;
}

export const CONTEXT_CHARS = 60;
const AFTER_CHARS = 14;
const MOST_GAP_TOKENS = 12;
const MOST_GAP_CHARS = 24;
/** Longer than two numbers in a row: a machine counting, and no number that people say. */
const MOST_DIGITS = 64;
const MONEY = new Set([
  '元',
  '块',
  '毛',
  '角',
  'dollar',
  'dollars',
  'pound',
  'pounds',
  'euro',
  'euros',
  'yuan',
  'rmb',
  'cents',
  'bucks',
  'quid',
]);

/** Every run of digits of a conversation, in order; those of one speaker are joined over turns that only say “yes” or repeat digits. */
export function digitRuns(turns: readonly SpokenTurn[]): DigitRun[] {
  const runs: DigitRun[] = [];
  const open = new Map<Speaker, LocalRun>();
  for (const turn of turns) {
    const tokens = readTokens(turn.text);
    const found = localRuns(turn, tokens);
    const [first] = found;
    const before = open.get(turn.speaker);
    if (before && first?.atStart && before.digits.length + first.digits.length <= MOST_DIGITS) {
      join(before, first);
      found[0] = before;
    } else if (first) runs.push(first);
    runs.push(...found.slice(1));
    if (!isTransparent(turn.text, tokens))
      for (const speaker of open.keys()) if (speaker !== turn.speaker) open.delete(speaker);
    const last = found.at(-1);
    if (last?.atEnd) open.set(turn.speaker, last);
    else if (last || !isTransparent(turn.text, tokens)) open.delete(turn.speaker);
  }
  return runs;
}

function join(run: LocalRun, next: LocalRun): void {
  run.groups.push(...next.groups);
  run.digits += next.digits;
  run.ex = next.ex;
  run.after = next.after;
  run.atEnd = next.atEnd;
}

const PROMPTS =
  /^[\s，。,.!！?？]*(?:嗯+|好的?|对|是的?|您说|请说|请继续|继续|然后呢?|后面呢?|还有呢?|收到|知道了|明白|哦+|啊|ok|okay|yes|yeah|yep|right|sure|go on|go ahead|mm-?hm+|uh-?huh|got it|next|and then|please|thank you|thanks|carry on|[\s，。,.!！?？])+$/i;

/** Does a turn leave a number of the other speaker open: a “yes”, a “go on”, or its digits said back. */
function isTransparent(text: string, tokens: readonly Token[]): boolean {
  if (text.length <= 40 && PROMPTS.test(text)) return true;
  const hasDigits = tokens.some(({ kind }) => kind === 'digits');
  return hasDigits && text.length <= 48 && tokens.filter(({ kind }) => kind === 'word').length <= 6;
}

/** “Double four”, “double oh”. */
const isRepeatable = (next: Token | undefined): boolean =>
  next?.kind === 'digits' || (next?.kind === 'soft' && next.value === '0');

const startsNumber = (token: Token, next: Token | undefined): boolean =>
  token.kind === 'digits' ||
  (token.kind === 'repeat' && isRepeatable(next)) ||
  (token.kind === 'soft' && (next?.kind === 'digits' || (next?.kind === 'repeat' && token.value === '0')));

function localRuns(turn: SpokenTurn, tokens: readonly Token[]): LocalRun[] {
  const runs: LocalRun[] = [];
  let contextFrom = 0;
  for (let at = 0; at < tokens.length;) {
    if (!startsNumber(tokens[at] as Token, spoken(tokens, at + 1)?.token)) {
      at += 1;
      continue;
    }
    const { groups, end } = readRun(turn.index, tokens, at);
    if (groups.length > 0 && !isMeasured(turn.text, tokens, at, end, groups)) {
      runs.push(makeRun(turn, tokens, { groups, at, end, contextFrom }));
      contextFrom = (groups.at(-1) as Group).toChar;
    }
    at = Math.max(end, at + 1);
  }
  return runs;
}

/** The next token that is no mere space or sign. */
function spoken(tokens: readonly Token[], from: number): { token: Token; at: number } | null {
  let chars = 0;
  for (let at = from; at < tokens.length && at - from <= MOST_GAP_TOKENS; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'gap' && token.kind !== 'correction') return { token, at };
    chars += token.toChar - token.fromChar;
    if (chars > MOST_GAP_CHARS) return null;
  }
  return null;
}

/** Digits, and what may come between them, from a place on. @returns `end`: the token after the last digit */
function readRun(turn: number, tokens: readonly Token[], from: number): { groups: Group[]; end: number } {
  const groups: Group[] = [];
  let [at, end, length] = [from, from, 0];
  while (at < tokens.length && length < MOST_DIGITS) {
    const token = tokens[at] as Token;
    const next = spoken(tokens, at + 1);
    if (token.kind === 'digits' && !token.measured) {
      groups.push({ turn, fromChar: token.fromChar, toChar: token.toChar, digits: token.value });
      length += token.value.length;
    } else if (token.kind === 'repeat' && next && isRepeatable(next.token)) {
      const { value, toChar } = next.token;
      groups.push({
        turn,
        fromChar: token.fromChar,
        toChar,
        digits: value.charAt(0).repeat(Number(token.value)) + value.slice(1),
      });
      length += Number(token.value);
      at = next.at;
    } else if (token.kind === 'soft' && isSaidAsDigit(token, next?.token, length)) {
      groups.push({ turn, fromChar: token.fromChar, toChar: token.toChar, digits: token.value });
      length += 1;
    } else break;
    end = at + 1;
    const after = spoken(tokens, end);
    if (!after) break;
    at = after.at;
  }
  return { groups, end };
}

/** “Oh” and 洞 begin and end numbers too, 两 ends them; the others occur between digits only. */
function isSaidAsDigit(token: Token, next: Token | undefined, before: number): boolean {
  const goesOn = next?.kind === 'digits' || next?.kind === 'repeat' || (next?.kind === 'soft' && before >= 2);
  if (token.value === '0') return goesOn || before >= 2 || (before === 1 && next?.kind !== 'word');
  if (token.value === '2' && token.toChar - token.fromChar === 1) return goesOn || before >= 3;
  return before >= 1 && goesOn;
}

/** An amount, a date, a time: short, and with its unit. */
function isMeasured(
  text: string,
  tokens: readonly Token[],
  from: number,
  end: number,
  groups: readonly Group[],
): boolean {
  const digits = groups.reduce((sum, group) => sum + group.digits.length, 0);
  const before = tokens[from - 1]?.kind === 'gap' ? tokens[from - 2] : tokens[from - 1];
  const after =
    tokens[end]?.kind === 'gap' && text[(tokens[end] as Token).fromChar] === ' ' ? tokens[end + 1] : tokens[end];
  if (before?.kind === 'currency') return digits <= 8;
  if (before?.kind === 'month' || after?.kind === 'month') return digits <= 6;
  if (after?.kind !== 'unit') return false;
  const unit = text.slice(after.fromChar, after.toChar).toLowerCase();
  if (MONEY.has(unit)) return digits <= 8;
  // 号 after four digits is a date or a house; after more it belongs to “…号是我的”.
  return digits <= (CHINESE_UNITS.includes(unit) ? 4 : 3);
}

function makeRun(
  turn: SpokenTurn,
  tokens: readonly Token[],
  { groups, at, end, contextFrom }: { groups: Group[]; at: number; end: number; contextFrom: number },
): LocalRun {
  const [first, last] = [groups[0] as Group, groups.at(-1) as Group];
  const digits = groups.map((group) => group.digits).join('');
  const ex = digits.length >= 17 ? spoken(tokens, end)?.token : undefined;
  const isIdle = ({ kind }: Token) => kind === 'gap' || kind === 'correction' || kind === 'plus' || kind === 'soft';
  const previous = tokens[at - 1]?.kind === 'gap' ? tokens[at - 2] : tokens[at - 1];
  return {
    speaker: turn.speaker,
    groups,
    digits,
    ex: ex?.kind === 'ex' ? { turn: turn.index, toChar: ex.toChar } : null,
    plus: previous?.kind === 'plus',
    before: turn.text.slice(Math.max(contextFrom, first.fromChar - CONTEXT_CHARS), first.fromChar),
    after: turn.text.slice(last.toChar, last.toChar + AFTER_CHARS),
    atStart: tokens.slice(0, Math.min(at, 24)).every(isIdle) && at <= 24,
    atEnd: tokens.slice(end, end + 24).every(isIdle) && tokens.length - end <= 24,
  };
}
