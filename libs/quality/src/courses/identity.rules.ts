import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course, type CourseSays } from './course.js';
import { pointsOf, UNCHECKED } from './fitted.js';
import { ORDINAL } from './repeated.rules.js';

/** What callers are told apart by. Two of them tell who calls; a name alone, or a number alone, does not. */
export const FACTS: Record<Language, readonly RegExp[]> = {
  en: [
    /\bname|\bwho (?:am i|is (?:this|it|that)|are you|have i|'ve i)|\bwho've i\b|\bwho's (?:this|that|calling|speaking)|\bcalled\b|\bspell/iu,
    /\bbirth|\bborn\b|\bd\.?o\.?b\b/iu,
    /(?<!\be-?mail )\baddress|\bpost ?code|\bzip|\bstreet\b|\bsuburb|\beircode|\bpin ?code/iu,
    /(?<!\b(?:phone|mobile|cell|contact|pin|id|nric|passport|licen[cs]e|security) )\bnumber|(?<!\bon (?:the|your|this) )\b(?:account|order|booking|policy|card\b|ticket\b)|\breference|\bmember|\b(?:digits|four)\b(?!.{0,24}\b(?:phone|mobile|cell|id|nric|passport)\b)/iu,
    /\bphone|\bmobile|\bcell\b|\be-?mail/iu,
    /\bpassword|\bpasscode|\bpin\b(?! ?code)|\bsecurity (?:word|question|answer|number)|\bmaiden|\bmemorable/iu,
    /(?<!\bbirth )\bdate\b(?! of birth)|\bwhen (?:did|were|was)\b(?! you born)/iu,
    /\bid\b|\bnric\b|\bpassport|\bdriv\w+ licen[cs]e/iu,
  ],
  zh: [
    /姓名|名字|贵姓|怎么称呼|咋称呼|叫(?:什么|啥)|哪位|边位|户主|机主|户名|全名|大名/u,
    /生日|出生/u,
    /地址|住址|小区|街道|门牌|住哪|住在/u,
    /单号|订单|卡号|户号|账号|帐号|(?<!(?:手机|电话)(?:号码?)?的?)尾号|会员号|保单|合同号|编号|卡.{0,4}位/u,
    /手机|电话|邮箱/u,
    /密码|口令|暗号|验证码|答案/u,
    /身份证(?!上的?(?:姓名|名字|地址|住址))|证件|护照/u,
    /(?<!出生)日期|哪天(?!出生)|(?<!生日是?)几号(?![楼门院栋出])/u,
  ],
};
const ENOUGH_FACTS = 2;

export const TOLD: readonly Act[] = ['tells_account'];
export const ASKED: readonly Act[] = ['asks_identity'];
export const CHECKED: readonly Act[] = ['checked'];
const SKIPPED: readonly Act[] = ['skips_check'];
export const GIVEN: readonly Act[] = ['gives_identity'];
export const TOLD_FROM = 7;
const TOLD_ALONE_FROM = 10;
/** If the agent asked nothing, the disclosed information may be public; only clear account data sends the item to a reviewer. */
const TOLD_UNASKED_FROM = 13;
export const ASKED_FROM = 6;
const ASKED_ALONE_FROM = 9;
export const CHECKED_FROM = 11;
const SKIPPED_FROM = 10;
const GIVEN_FROM = 9;

export const FIGURES = {
  en: new RegExp(
    `\\d|\\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|${ORDINAL}|january|february|march|april|june|july|august|september|october|november|december)\\b`,
    'iu',
  ),
  zh: /[\d〇零一二三四五六七八九幺]{2,}|[\d〇零一二三四五六七八九十]+[年月日号栋幢座单楼]/u,
};
const PIECES = { en: /[,;.]|\band\b/u, zh: /[,，、;；。 ]/u };

/** Facts that an answer gives: a name is one, however many words it has; of figures each is one. */
export function givenIn(answer: string, language: Language): number {
  const pieces = answer.split(PIECES[language]).filter((piece) => piece.trim().length > 1);
  const figures = pieces.filter((piece) => FIGURES[language].test(piece)).length;
  return figures + (pieces.length > figures ? 1 : 0);
}

/** Facts asked for before a place, of different kinds, how many their answers gave, and how many customers gave unasked or a turn late. */
function factsBefore(acts: CallActs, language: Language, place: number): Record<'kinds' | 'given' | 'besides', number> {
  const asked = acts.doing('agent', ASKED, ASKED_FROM).filter((one) => one.place < place);
  const kinds = FACTS[language].filter((kind) => asked.some((one) => kind.test(acts.textOf(one)))).length;
  const answered = new Set(asked.map(({ turn }) => turn + 1));
  const answers = [...answered].map((turn) => acts.turns[turn]).filter((one) => one?.speaker === 'customer');
  const others = acts
    .doing('customer', GIVEN, GIVEN_FROM)
    .filter((one) => one.place < place && !answered.has(one.turn));
  const sum = (texts: readonly string[]): number => texts.reduce((all, text) => all + givenIn(text, language), 0);
  const [given, besides] = [sum(answers.map((one) => one!.text)), sum(others.map((one) => acts.textOf(one)))];
  return { kinds, given, besides };
}

/** One question for two things, of which one may be a kind that no list has: a person looks. */
export const ASKS_TWO = /\band\b|\balong with\b|\bplus\b|[和跟、]|还有|以及|再(?:报|说)/iu;

/** Asks what something costs: the answer is a price, which is public, however many digits it has. */
const ASKS_PRICE: Record<Language, RegExp> = {
  zh: /多少钱|几多钱|好多钱|几块|什么价|啥价|价格|怎么卖|咋卖|怎么收费|贵不贵|收多少/u,
  en: /\bhow much (?:is|are|does|do|would|will|for|to|it|that|you)\b|\bwhat(?:'s| is| does| do| would| will|’s)? .{0,24}\b(?:price|cost|charge|rate|fee|fare|come to|set me back)\b/iu,
};
/** Speaks of what is the customer's own, where an answer in digits is no price. */
const OWN: Record<Language, RegExp> = {
  zh: /余额|欠|账|扣|户头|还款|额度|积分|[您你]的?(?:卡|保单|合同|套餐)/u,
  en: /\b(?:balance|owe|owing|owed|account|arrears|overdue|outstanding|statement|bill|your (?:card|policy|plan))\b/iu,
};
/** Asks about what they have already, under any name ("how much is my loan now", 我公积金里还有多少钱). */
const MINE: Record<Language, RegExp> = {
  zh: /我(?!想?(?:买|订|定|寄))|[咱俺剩已]|还有|(?<![这那哪])里[面头]?(?:有|是)?多少/u,
  en: /\b(?:my|mine|our|ours|still|left|remain\w*|so far|already|now)\b|\b(?:do|did|have|am|was) (?:I|we)\b/iu,
};
const isPrice = (acts: CallActs, one: SaidAct, language: Language): boolean => {
  const asked = acts.turns[one.turn - 1];
  if (asked?.speaker !== 'customer' || !ASKS_PRICE[language].test(asked.text)) return false;
  return ![OWN, MINE].some((own) => own[language].test(asked.text)) && !OWN[language].test(acts.textOf(one));
};

export const MAY_ASK_FROM = 5;
export const MAY_TELL_FROM = 6;
export const MAY_GIVE_FROM = 8;
/** In tenths of log-odds; Mandarin is told by what was asked and given alone, which was as good. */
const UNCHECKED_FROM = 12;

/** Everything of the call that tells whether who calls was checked, one with the other: what was told, and with what check, where it surely was without one. */
function unchecked(acts: CallActs): CourseSays | null {
  const tells = acts
    .doing('agent', TOLD, MAY_TELL_FROM)
    .filter((one) => one.turn > 1 && levelOf(one, ['reads_back']) < levelOf(one, TOLD));
  const [first] = tells;
  const [top] = [...tells].sort((a, b) => levelOf(b, TOLD) - levelOf(a, TOLD) || a.place - b.place);
  if (!first || !top || levelOf(top, TOLD) < TOLD_ALONE_FROM) return null;
  const isBefore = (one: SaidAct): boolean => one.place < first.place;
  const asks = acts.doing('agent', ASKED, MAY_ASK_FROM);
  const before = asks.filter(isBefore);
  const kindsOf = (some: readonly SaidAct[]): number =>
    FACTS.en.filter((kind) => some.some((one) => kind.test(acts.textOf(one)))).length;
  const [skipped] = acts.doing('agent', SKIPPED, SKIPPED_FROM).filter(isBefore);
  const asked = Math.max(0, ...before.map((one) => levelOf(one, ASKED)));
  if (!skipped && asked < ASKED_ALONE_FROM) return null;
  const customer = acts.sentences.filter(({ speaker }) => speaker === 'customer');
  const points = pointsOf(UNCHECKED, {
    told: levelOf(top, TOLD),
    times: Math.min(4, tells.length),
    asked,
    asks: Math.min(5, asks.length),
    kinds: Math.min(4, kindsOf(asks)),
    kindsBefore: Math.min(4, kindsOf(before)),
    two: before.some((one) => ASKS_TWO.test(acts.textOf(one))) ? 1 : 0,
    given: Math.min(6, customer.filter((one) => levelOf(one, GIVEN) >= MAY_GIVE_FROM).length),
    figures: Math.min(5, customer.filter((one) => isBefore(one) && FIGURES.en.test(acts.textOf(one))).length),
  });
  if (points < UNCHECKED_FROM) return null;
  return skipped ? fault('skips_check', [skipped, top], true) : fault('tells_account', [top, before[0]!], true);
}

/** What was asked and given before anything of the account was told. */
export const identity: Course = (acts, { transcript: { language } }) => {
  const isTold = (one: SaidAct): boolean => one.turn > 1 && levelOf(one, ['reads_back']) < levelOf(one, TOLD);
  const told = acts.doing('agent', TOLD, TOLD_FROM).find(isTold);
  if (!told) return null;
  const before = (one: SaidAct): boolean => one.place < told.place;
  const [skipped] = acts.doing('agent', SKIPPED, SKIPPED_FROM).filter(before);
  const [first] = acts.doing('agent', ASKED, ASKED_FROM).filter(before);
  const checked = acts.doing('agent', CHECKED, CHECKED_FROM).some(before);
  const { kinds, given, besides } = factsBefore(acts, language, told.place);
  // A name that is volunteered and then asked for is one fact and not two: a person looks, and no one is accused.
  const few = kinds < ENOUGH_FACTS && given + besides < ENOUGH_FACTS;
  // "Found you" after a name is no check: the name is all that was asked and given.
  const nameAlone = kinds === 1 && given === 1;
  const without = language === 'en' && few ? unchecked(acts) : null;
  if (without) return without;
  if ((checked && !nameAlone) || Math.min(kinds, given) >= ENOUGH_FACTS) return fine('checked', []);
  const asking = acts.doing('agent', ASKED, ASKED_FROM).filter(before);
  // One question for two things, which was answered: a list of kinds may know only one of them.
  const asksTwo = (one: SaidAct): boolean => levelOf(one, ASKED) >= ASKED_ALONE_FROM && ASKS_TWO.test(acts.textOf(one));
  if (asking.some(asksTwo) && given > 0) return fine('checked', []);
  const surely = acts.doing('agent', TOLD, TOLD_ALONE_FROM).find(isTold);
  if (skipped) return fault('skips_check', [skipped, told], surely !== undefined && few);
  if (!first) {
    const account = acts
      .doing('agent', TOLD, TOLD_UNASKED_FROM)
      .filter((one) => isTold(one) && !isPrice(acts, one, language));
    return account.length > 0 ? fault('tells_account', account, false) : null;
  }
  if (kinds >= ENOUGH_FACTS) return fine('checked', []);
  // A number is said in pieces: what answers one question for one thing is one fact, and a person looks. English is told by all of the call.
  const isOne = language === 'zh' && asking.length === 1 && kinds === 1;
  if (given >= ENOUGH_FACTS)
    return isOne ? fault('tells_account', [surely ?? told, first], false) : fine('checked', []);
  const asked = kinds > 0 && levelOf(first, ASKED) >= ASKED_ALONE_FROM && !ASKS_TWO.test(acts.textOf(first));
  return fault('tells_account', [surely ?? told, first], asked && surely !== undefined && few);
};
