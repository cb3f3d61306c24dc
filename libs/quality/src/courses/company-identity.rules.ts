import { type IdentityFact, type Language } from '#contracts';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, fine, type Course } from './course.js';
import { ASKED, ASKED_FROM, CHECKED, CHECKED_FROM, FACTS, TOLD, TOLD_FROM } from './identity.rules.js';
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

/**
 * Identity before disclosure by the facts that the company takes for proof, where it says which. Who asked as much as the list wants is not
 * accused; that something else was asked, or less, is for a person: a fact may have been asked for in words that no one thought of.
 */
export const companyIdentity: Course = (acts, call) => {
  const says = weighedIdentity(acts, call);
  const { identity: list } = call.profile;
  if (!list) return says;
  const told = acts
    .doing('agent', TOLD, TOLD_FROM)
    .find((one) => levelOf(one, ['reads_back']) < levelOf(one, TOLD) && one.turn > 1);
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
