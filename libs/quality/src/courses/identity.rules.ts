import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';

/** What callers are told apart by. Two of them tell who calls; a name alone, or a number alone, does not. */
export const FACTS: Record<Language, readonly RegExp[]> = {
  en: [
    /\bname|\bwho (?:am i|is this|are you)|\bcalled\b|\bspell/iu,
    /\bbirth|\bborn\b|\bd\.?o\.?b\b/iu,
    /\baddress|\bpost ?code|\bzip|\bstreet\b|\bsuburb|\beircode|\bpin ?code/iu,
    /\bnumber|\baccount|\breference|\border|\bbooking|\bpolicy|\bmember|\bdigits|\bcard\b|\bid\b|\bnric\b|\bfour\b/iu,
    /\bphone|\bmobile|\bcell\b|\be-?mail/iu,
    /\bpassword|\bpasscode|\bpin\b|\bsecurity (?:word|question|answer)|\bmaiden|\bmemorable/iu,
  ],
  zh: [
    /姓名|名字|贵姓|怎么称呼|叫什么|哪位|户主|机主|户名|全名|大名/u,
    /生日|出生/u,
    /地址|住址|小区|街道|门牌|住哪|住在/u,
    /单号|订单|卡号|户号|账号|帐号|尾号|会员号|保单|合同号|编号|卡.{0,4}位/u,
    /手机|电话|邮箱/u,
    /密码|口令|暗号|验证码|答案/u,
    /身份证|证件|护照/u,
  ],
};
const ENOUGH_FACTS = 2;

const TOLD: readonly Act[] = ['tells_account'];
const ASKED: readonly Act[] = ['asks_identity'];
const GIVEN: readonly Act[] = ['gives_identity'];
const CHECKED: readonly Act[] = ['checked'];
const SKIPPED: readonly Act[] = ['skips_check'];
const TOLD_FROM = 8;
const TOLD_ALONE_FROM = 10;
const ASKED_FROM = 9;
const ASKED_ALONE_FROM = 13;
const GIVEN_FROM = 8;
const CHECKED_FROM = 12;
const SKIPPED_FROM = 9;
/** Within so many turns of the agent's after the question it is what the answer opened. */
const SOON = 3;

/** Facts asked for, or given, between two places: kinds that were asked, or pieces of an answer. */
function factsBetween(acts: CallActs, language: Language, from: number, to: number): number {
  const between = (one: SaidAct): boolean => one.place >= from && one.place < to;
  const asked = acts.doing('agent', ASKED, 6).filter(between);
  const kinds = FACTS[language].filter((kind) => asked.some((one) => kind.test(acts.textOf(one)))).length;
  const given = acts.doing('customer', GIVEN, GIVEN_FROM).filter(between);
  const pieces = given.reduce(
    (sum, one) =>
      sum +
      acts
        .textOf(one)
        .split(/[,，、;；]|\band\b/u)
        .filter((piece) => piece.trim().length > 1).length,
    0,
  );
  return Math.max(kinds, pieces);
}

/** One question for two things, of which one may be a kind that no list has: a person looks. */
const ASKS_TWO = /\band\b|\balong with\b|\bplus\b|[和跟、]|还有|以及|再(?:报|说)/iu;

/**
 * What was asked and given before anything of the account was told. Where nothing was asked and no check was waved aside, what is told may be
 * public, and nothing is said of it.
 */
export const identity: Course = (acts, { transcript: { language } }) => {
  const opened = [...acts.doing('agent', ASKED, ASKED_FROM), ...acts.doing('agent', SKIPPED, SKIPPED_FROM)];
  const [first] = opened.sort((a, b) => a.place - b.place);
  if (!first) return null;
  const told = acts
    .doing('agent', TOLD, TOLD_FROM)
    .find((one) => one.place > first.place && levelOf(one, ['reads_back']) < levelOf(one, TOLD));
  if (!told || acts.turnsBetween(first, told) > SOON) return null;
  const checked = acts.doing('agent', CHECKED, CHECKED_FROM).some((one) => one.place < told.place);
  const facts = factsBetween(acts, language, 0, told.place);
  if (checked || facts >= ENOUGH_FACTS) return fine('checked', []);
  const [skipped] = acts.doing('agent', SKIPPED, SKIPPED_FROM).filter((one) => one.place < told.place);
  const asked =
    skipped === undefined && levelOf(first, ASKED) >= ASKED_ALONE_FROM && !ASKS_TWO.test(acts.textOf(first));
  const sure = levelOf(told, TOLD) >= TOLD_ALONE_FROM && (skipped !== undefined || asked);
  return fault(skipped ? 'skips_check' : 'tells_account', skipped ? [skipped, told] : [told, first], sure);
};
