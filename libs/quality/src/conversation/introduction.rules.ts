import { type HeardCall, type Heard } from '../call/heard-call.js';
import { type Introductions } from '../matching/introduction-words.rules.js';
import { answering } from './beginning.rules.js';
import { bareNamesIn, type BareName } from './bare-names.rules.js';
import { leftOver } from './left-over.rules.js';
import { isOfCompany } from './own-names.rules.js';
import { nameable, pauseBefore, stretchesOf, symbolsIn, type Cover } from './stretches.rules.js';

/** Who an agent says to be at the opening. What may be either is the one of the two that is not known yet. */
export interface Introduction {
  readonly company: readonly Heard[];
  readonly person: readonly Heard[];
  readonly maybeCompany: readonly Heard[];
  readonly maybePerson: readonly Heard[];
}

const COMPANY = ['company_profile', 'company_generic'];
/** What else is said at an opening: no part of a name. */
const AROUND = ['salutation', 'offer_of_help', 'possible_offer', 'recording_notice', 'convenient_time', 'call_purpose'];

/** Below this a generic form is a guess: "David Clark" sounds like "dental clerk", and takes no name away. */
const CLEAR = 0.82;

/** Who speaks is said within so many symbols of a turn, beside a salutation, the company or an offer. */
const EARLY = 24;

const opening = (call: HeardCall, lookFor: readonly string[]): Heard[] =>
  call.hear({ lookFor: [...lookFor], speaker: 'agent', zone: 'opening', atStart: false, notWithin: [] });

/** In Chinese a generic form holds one character of the name ("谷银行"): the rest of it comes before, up to a pause or a word that is no name. */
function wholeName(call: HeardCall, one: Heard): { from: number; to: number } {
  const { from: start, to } = symbolsIn(call, one);
  let from = start;
  const { words } = call.symbolsOf(one.turn);
  while (from > 0 && words[from] === '' && !pauseBefore(call, one.turn, from) && nameable(call, one.turn, from - 1))
    from--;
  return { from, to };
}

/** "小岑在线，请问": a person between two pauses is no company, though a generic form has its words; `beside`: nor is "Linda在线" where the company's own name is said. */
function isPerson(call: HeardCall, turn: number, at: number, words: Introductions | null, beside: boolean): boolean {
  let [from, to] = [at, at + 1];
  while (!pauseBefore(call, turn, from)) from--;
  while (!pauseBefore(call, turn, to)) to++;
  const { fromChar, toChar } = call.symbolsOf(turn);
  const said = call.turns[turn]!.text.slice(fromChar[from], toChar[to - 1]);
  return words !== null && (words.person.test(said) || (beside && words.bare.test(said)));
}

function coverOf(
  call: HeardCall,
  turn: number,
  companies: readonly Heard[],
  around: readonly Heard[],
  introductions: Introductions | null,
): Cover {
  const cover = new Array<Cover[number]>(call.symbolsOf(turn).length).fill(null);
  for (const one of around) {
    if (one.turn !== turn) continue;
    const { from, to } = symbolsIn(call, one);
    // "Evening, Tess": what comes after a pause is another part.
    for (let at = from; at < to && (at === from || !pauseBefore(call, turn, at)); at++) cover[at] = 'other';
  }
  const sure = companies.some((one) => one.turn === turn && one.entry === 'company_profile');
  for (const one of companies) {
    if (one.turn !== turn) continue;
    // Beside the company's own name a generic form ("NAME NAME NAME speaking") takes no name away.
    if (one.entry === 'company_generic' && sure && call.transcript.language === 'en') continue;
    if (one.entry === 'company_generic' && isPerson(call, turn, symbolsIn(call, one).from, introductions, sure))
      continue;
    const { from, to } = one.entry === 'company_generic' ? wholeName(call, one) : symbolsIn(call, one);
    // A generic form that goes on after a pause ("供电，95号客服") is the company's before it.
    for (let at = from; at < to && (at === from || !sure || !pauseBefore(call, turn, at)); at++)
      if (one.entry === 'company_profile' || nameable(call, turn, at)) cover[at] = 'company';
  }
  return cover;
}

const overlap = (a: Heard, b: Heard): boolean => a.turn === b.turn && a.fromChar < b.toChar && b.fromChar < a.toChar;
const apart = (from: readonly Heard[], others: readonly Heard[]): Heard[] =>
  from.filter((one) => !others.some((other) => overlap(one, other)));

/** Two phrases that meet in one name are one. */
const eachOnce = (heard: readonly Heard[]): Heard[] =>
  heard.filter((one, at) => !heard.slice(0, at).some((earlier) => overlap(earlier, one)));

/** A word of the company's name that is framed as a person's: "Grace Hotels, this is Grace". */
interface Shared {
  readonly word: Heard;
  readonly frame: Heard;
  /** The company is named besides, and in full it has more words: then this one is the person's. */
  readonly isPerson: boolean;
}

/** What may be company and person at once. The company's whole name, said once and framed, is the company's. */
function sharedIn(call: HeardCall, company: readonly Heard[]): Shared[] {
  if (call.transcript.language !== 'en') return [];
  const full = call.profile.names.en.map((name) => name.toLowerCase());
  return opening(call, ['own_name']).flatMap((frame) => {
    const [word, ...more] = company.filter((one) => overlap(one, frame));
    if (!word || more.length > 0 || word.entry !== 'company_profile') return [];
    const said = call.turns[word.turn]!.text.slice(word.fromChar, word.toChar).toLowerCase();
    const [isFull, isBesides] = [full.includes(said), company.length > 1];
    if (/\s/.test(said) || (isFull && !isBesides)) return [];
    return [{ word, frame, isPerson: isBesides && !isFull }];
  });
}

function introduce(call: HeardCall, words: Introductions | null): Introduction {
  const named = opening(call, COMPANY);
  const shared = sharedIn(call, named);
  const persons = shared.filter(({ isPerson }) => isPerson);
  const company = named.filter((one) => !persons.some(({ word }) => word === one));
  const around = opening(call, AROUND);
  const turns = call.turnsOf({ speaker: 'agent', zone: 'opening' });
  const clear = company.filter(({ exactness }) => exactness >= CLEAR);
  const covers = new Map(turns.map((turn) => [turn, coverOf(call, turn, clear, around, words)]));
  // "This is Green Bank" names no person: something of a name must be left beside the company's.
  const names = (one: Heard): boolean => {
    const { from, to } = symbolsIn(call, one);
    for (let at = from; at < to; at++)
      if (covers.get(one.turn)?.[at] !== 'company' && nameable(call, one.turn, at)) return true;
    return false;
  };
  const framed = opening(call, ['own_name']).filter(names);
  const either = eachOnce(apart(opening(call, ['name_or_company']).filter(names), framed));
  const bare = words
    ? turns
        .filter((turn) => covers.get(turn)!.some((known) => known !== null))
        .flatMap((turn) => stretchesOf(call, turn, covers.get(turn)!))
        .filter(({ from }) => from < EARLY)
        .flatMap((one) => bareNamesIn(call, one, words))
    : [];
  // Where the company's own names are known, "Tess here" is none of them.
  const maybe = apart(
    shared.map(({ frame }) => frame),
    framed,
  );
  const { departmentEnds, maybe: mayName } = words ?? { departmentEnds: null, maybe: null };
  // Whom a customer has told the matter first answers a message, and does not introduce anyone by the way.
  const left = (answering(call) < 0 ? [] : turns).flatMap((turn) =>
    leftOver(call, turn, covers.get(turn)!, { framed, departmentEnds, maybe: mayName }),
  );
  return settle({
    company,
    framed: call.companyKnown ? [...framed, ...either] : framed,
    either,
    bare: [...bare, ...left],
    maybe,
  });
}

interface Found {
  company: readonly Heard[];
  framed: readonly Heard[];
  either: readonly Heard[];
  bare: readonly BareName[];
  /** Framed, and yet a word of the company's name. */
  maybe: readonly Heard[];
}

/** A name on its own is the one that is still missing; two of them are company and person, however they come. */
function settle({ company, framed, either, bare, maybe }: Found): Introduction {
  const of = (...kinds: BareName['is'][]): Heard[] =>
    apart(
      bare.filter(({ is }) => kinds.includes(is)).map(({ heard }) => heard),
      [...framed, ...either],
    );
  const sure = [...framed, ...of('person')];
  const open = [...apart(either, framed), ...of('either')];
  const unclear = of('unclear');
  const nothing: Heard[] = [];
  const made = (rest: Partial<Introduction>): Introduction => ({
    company,
    person: sure,
    maybeCompany: nothing,
    maybePerson: nothing,
    ...rest,
  });
  if (company.length > 0) {
    if (sure.length > 0) return made({});
    return made({ person: open, maybePerson: [...of('maybe_person'), ...maybe, ...unclear] });
  }
  const unnamed = [...of('company'), ...open];
  if (sure.length > 0) return made({ company: unnamed, maybeCompany: unclear });
  if (open.length > 0 && unnamed.length > 1) {
    const person = either.at(-1) ?? open.at(-1)!;
    return made({ company: unnamed.filter((one) => one !== person), person: [person] });
  }
  return made({
    maybeCompany: [...unnamed, ...unclear],
    maybePerson: [...open, ...of('maybe_person'), ...maybe, ...unclear],
  });
}

/**
 * Where the company has said its names and departments, what has nothing of them ("in claims", 前台) may be a department that it did not list, or
 * none: whether that is enough is for a person.
 */
function withOwnNames(call: HeardCall, found: Introduction): Introduction {
  const { company, maybeCompany } = found;
  if (!call.companyKnown || company.some((one) => isOfCompany(call, one))) return found;
  return { ...found, company: [], maybeCompany: [...company, ...maybeCompany] };
}

/** How the agent introduces company and self: by the phrases that frame names, and by what is left between the parts of a greeting. */
export const introductionOf = (call: HeardCall): Introduction =>
  call.once('introduction', () => withOwnNames(call, introduce(call, call.introductions)));
