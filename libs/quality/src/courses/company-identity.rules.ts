import { type IdentityFact, type Language } from '#contracts';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course, type CourseSays } from './course.js';
import { ASKED, ASKED_FROM, CHECKED, CHECKED_FROM, FACTS, GIVEN, TOLD, TOLD_FROM } from './identity.rules.js';
import { weighedIdentity } from './weighed-identity.rules.js';

/** What the rows of `FACTS` are called in the company's list. */
export const NAMES: Readonly<Record<Language, readonly (readonly IdentityFact[])[]>> = {
  en: [['name'], ['birth'], ['address'], ['number'], ['contact'], ['secret'], ['date'], ['document']],
  zh: [['name'], ['birth'], ['address'], ['number'], ['contact'], ['secret'], ['document'], ['date']],
};

/** Facts of the company's list that were asked for, each kind once. */
function listedKinds(acts: CallActs, language: Language, facts: readonly IdentityFact[], asked: SaidAct[]): number {
  const isListed = (row: number): boolean => NAMES[language][row]?.some((name) => facts.includes(name)) ?? false;
  return FACTS[language].filter((kind, row) => isListed(row) && asked.some((one) => kind.test(acts.textOf(one))))
    .length;
}

const SURELY_ASKED_FROM = 9;
const SURELY_GIVEN_FROM = 9;
const TWO_FACTS = 2;
/** Something of an account was told, or the check was said to be passed: an order that is taken asks for a name and an address, too. */
const TOLD_THEN_FROM = 5;
const PASSED_FROM = 7;

/** The first sentence that tells something of an account, rather than reading back what the customer said. */
const firstTold = (acts: CallActs, from: number): SaidAct | undefined =>
  acts.doing('agent', TOLD, from).find((one) => levelOf(one, ['reads_back']) < levelOf(one, TOLD) && one.turn > 1);

/**
 * Two facts of different kinds were asked for and then given, before anything of an account was told, and more than a little speaks for an
 * account: it was told or changed in whatever words.
 */
function checkedFor(acts: CallActs, language: Language, says: CourseSays | null): CourseSays | null {
  const told = firstTold(acts, TOLD_THEN_FROM);
  if (!told && acts.most('agent', CHECKED) < PASSED_FROM) return says;
  const isBefore = (one: SaidAct): boolean => !told || one.place < told.place;
  const asked = acts.doing('agent', ASKED, ASKED_FROM).filter(isBefore);
  const kindsOf = (some: readonly SaidAct[]): number =>
    FACTS[language].filter((kind) => some.some((one) => kind.test(acts.textOf(one)))).length;
  const enough = asked.find((_, at) => kindsOf(asked.slice(0, at + 1)) >= TWO_FACTS);
  if (!enough || !asked.some((one) => levelOf(one, ASKED) >= SURELY_ASKED_FROM)) return says;
  const given = acts.doing('customer', GIVEN, SURELY_GIVEN_FROM).filter(isBefore);
  if (!given.some(({ place }) => place > enough.place)) return says;
  return { ...fine('asks_identity', asked.slice(0, TWO_FACTS)), overNothing: says ? 'also' : 'only' };
}

/**
 * Identity before disclosure by the facts that the company takes for proof, where it says which. Who asked as much as the list wants is not
 * accused; that something else was asked, or less, is for a person: a fact may have been asked for in words that no one thought of.
 */
export const companyIdentity: Course = (acts, call) => {
  const says = weighedIdentity(acts, call);
  const { identity: list } = call.profile;
  if (!list) return says?.says === 'fault' ? says : checkedFor(acts, call.transcript.language, says);
  const told = firstTold(acts, TOLD_FROM);
  const before = (one: SaidAct): boolean => !told || one.place < told.place;
  const asked = acts.doing('agent', ASKED, ASKED_FROM).filter(before);
  if (listedKinds(acts, call.transcript.language, list.facts, asked) >= list.enough) {
    // What sounds like waving the check aside, after all that the company wants was asked, is for a person.
    if (says?.act === 'skips_check') return { ...says, alone: false };
    return says?.says === 'fault' ? fine('checked', []) : says;
  }
  const isChecked = acts.doing('agent', CHECKED, CHECKED_FROM).some(before);
  if (says?.says === 'fault' || !told || asked.length === 0 || isChecked) return says;
  return fault('tells_account', [told, asked[0]!], false);
};
