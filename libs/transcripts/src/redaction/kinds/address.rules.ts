import { labelsIn } from '../numbers/labels.rules.js';
import { type TextSpan } from '../numbers/find-numbers.rules.js';
import { type SpokenTurn } from '../numbers/digit-runs.rules.js';

const NUMBER = '[0-9０-９零〇一二三四五六七八九十百幺]';
/** A road and the number on it; or two parts of a building one after the other. Every repetition is bounded: the time is linear. */
const CHINESE_CORE = new RegExp(
  `[\\u4e00-\\u9fff]{1,8}(?:路|街|大道|巷|弄|胡同|村|里|道)${NUMBER}{1,6}(?:号|弄)` +
    `|${NUMBER}{1,5}(?:号楼|栋|幢|座)[，, ]?(?:${NUMBER}{1,3}(?:单元|楼|层)[，, ]?)?${NUMBER}{1,5}(?:室|号|户)?` +
    `|${NUMBER}{1,3}单元[，, ]?${NUMBER}{1,5}(?:室|号|户)?`,
  'g',
);
const CHINESE_TAIL = new RegExp(
  `^[，, ]?(?:[\\u4e00-\\u9fff]{2,10}(?:小区|花园|大厦|公寓|广场|苑|城)[，, ]?)?(?:${NUMBER}{1,5}(?:号楼|栋|幢|座|单元|楼|层|室|户|号|弄)[，, ]?){0,5}(?:${NUMBER}{1,5}室?)?`,
);
const CHINESE_HEAD = /[\u4e00-\u9fff]{2,24}$/;
/** What comes before an address and is no part of it. */
const CHINESE_STOPS = /.*(?:地址是|地址为|地址|住在|寄到|送到|发到|家在|就在|是在|搬到|改成|改到|到|是|在|住|寄|送)/;

const STREETS =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|terrace|close|crescent|square|parkway|highway|row|gardens|grove|way|place';
const HOUSE =
  '(?:\\d{1,5}[a-z]?|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh)[ -]){0,4}(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred))';
const ENGLISH_CORE = new RegExp(`(?<![a-z0-9])${HOUSE},? (?:[a-z'.-]{2,20} ){1,3}(?:${STREETS})(?![a-z])`, 'gi');
/** Words that no street is called by: “two people on the way”, “three days of the court”. */
const NO_STREET =
  /(?<![a-z])(?:the|a|an|of|on|in|my|your|our|this|that|to|for|days?|hours?|minutes?|weeks?|people|items?|dollars|pounds|times|more|by|and|or|is|was|at|first|same|best|only|other|some|all|every|no)(?![a-z])/i;
const ENGLISH_TAIL =
  /^(?:,? (?:apartment|apt|flat|unit|suite|floor|room|number|#) ?#?[a-z0-9-]{1,8})?(?:,? (?:in )?[a-z'.-]{3,20}){0,4}?(?:,? (?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{5}(?:-\d{4})?|\d{6}))/i;
const ENGLISH_UNIT = /^,? (?:apartment|apt|flat|unit|suite|floor|room|number|#) ?#?[a-z0-9-]{1,8}/i;
const BRITISH_POSTCODE = /(?<![a-z0-9])[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?![a-z0-9])/gi;

const ASKS =
  /[?？吗呢么]|多少|哪里|哪儿|提供|报一下|说一下|告诉|核对|确认|what|where|could|can i|may i|confirm|give me|tell me|please/i;
const ADDRESS_LIKE =
  /[0-9零〇一二三四五六七八九]|[省市区县镇乡村路街道号栋楼室弄]|(?<![a-z])(?:street|road|avenue|lane|drive|court|house|flat|apartment|building|floor)(?![a-z])/i;
const REFUSES = /不方便|不想|稍等|等一下|不用|为什么|干嘛|don't|rather not|why|hold on|one moment|just a/i;
const FEWEST_ANSWERED = 6;

/** Addresses by their form, and what was answered to “what is your address”. */
export function findAddresses(turns: readonly SpokenTurn[]): TextSpan[] {
  return turns.flatMap((turn, at) => {
    const formed = [...chinese(turn), ...english(turn)];
    if (formed.length > 0) return formed;
    return answered(turn, turns[at - 1]) ? [answer(turn)] : [];
  });
}

function chinese({ index: turn, text }: SpokenTurn): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(CHINESE_CORE)) {
    const last = spans.at(-1);
    if (last && match.index < last.toChar) continue;
    const least = last?.toChar ?? 0;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(least, match.index - 24), match.index + firstNumber(match[0]));
    const head = CHINESE_HEAD.exec(before)?.[0] ?? '';
    const own = head.replace(CHINESE_STOPS, '');
    const fromChar = own.length > 0 ? match.index + firstNumber(match[0]) - own.length : match.index;
    const tail = CHINESE_TAIL.exec(text.slice(end, end + 48))?.[0] ?? '';
    spans.push({
      turn,
      fromChar: Math.max(least, fromChar),
      toChar: end + tail.trimEnd().replace(/[，,]$/, '').length,
      kind: 'address',
      certainty: 'likely',
    });
  }
  return spans;
}

/** Where in a core its first number is; before it come the road's name and what was said before that. */
const firstNumber = (core: string): number => Math.max(0, core.search(new RegExp(NUMBER)));

function english({ index: turn, text }: SpokenTurn): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(ENGLISH_CORE)) {
    if (NO_STREET.test(match[0])) continue;
    const end = match.index + match[0].length;
    const behind = text.slice(end, end + 90);
    const tail = (ENGLISH_TAIL.exec(behind) ?? ENGLISH_UNIT.exec(behind))?.[0] ?? '';
    spans.push({ turn, fromChar: match.index, toChar: end + tail.length, kind: 'address', certainty: 'likely' });
  }
  if (/post ?code|address/i.test(text)) {
    for (const match of text.matchAll(BRITISH_POSTCODE)) {
      if (spans.some(({ fromChar, toChar }) => fromChar <= match.index && match.index < toChar)) continue;
      spans.push({
        turn,
        fromChar: match.index,
        toChar: match.index + match[0].length,
        kind: 'address',
        certainty: 'possible',
      });
    }
  }
  return spans.sort((a, b) => a.fromChar - b.fromChar);
}

function answered(turn: SpokenTurn, before: SpokenTurn | undefined): boolean {
  if (!before || turn.speaker === 'agent' || (turn.speaker === before.speaker && turn.speaker !== 'unknown'))
    return false;
  const question = before.text.slice(-80);
  if (!labelsIn(question).has('address') || labelsIn(question).has('email') || !ASKS.test(question)) return false;
  return turn.text.length >= FEWEST_ANSWERED && ADDRESS_LIKE.test(turn.text) && !REFUSES.test(turn.text);
}

const answer = ({ index: turn, text }: SpokenTurn): TextSpan => ({
  turn,
  fromChar: 0,
  toChar: text.length,
  kind: 'address',
  certainty: 'possible',
});
