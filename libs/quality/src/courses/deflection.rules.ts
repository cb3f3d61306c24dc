import { type Language } from '#contracts';
import { type Act } from '../acts/acts.js';
import { levelOf, type CallActs, type SaidAct } from '../acts/call-acts.rules.js';
import { fault, type Course } from './course.js';
import { DEFLECTED, pointsOf, type DeflectedSign } from './fitted.js';

const AWAY: readonly Act[] = ['sends_elsewhere'];
/** The opposite of sending away: the agent, or the house, does something about it. */
const TAKEN_ON: readonly Act[] = ['takes_on', 'hands_over', 'done'];
const TAKEN_AFTER: readonly Act[] = [...TAKEN_ON, 'next_timed'];
/** What goes with being sent away: a second sentence that leads nowhere, or a customer who is left with it. */
const STUCK: readonly Act[] = ['stuck', 'not_ours'];
const LEFT: readonly Act[] = ['unsettled', 'insists'];
const AWAY_LEAST = 3;
const AWAY_FROM = 8;
/** By itself enough to ask a person. */
const SURELY_FROM = 14;
/** How the call ends for the customer is judged from this many of their last sentences. */
const LAST = 4;
/** In tenths of log-odds. */
const ASK_FROM = { zh: 5, en: 5 };
const ALONE_FROM = { zh: 20, en: 24 };
/** Letters and short chats often say where to write, without deflecting. */
const LEAST_TURNS = 9;

/** What another does for the house at a time ("Ruth collects them on Thursday", 师傅明天上门取): taken on, and not for the customer to do. */
const TIME: Record<Language, RegExp> = {
  zh: /[周星期礼拜]+[一二三四五六日天末]|今[天晚]|明[天早晚]|后天|下周|[上下]午|[早晚]上一点|[\d二三四五六七八九十][\d一二三四五六七八九十]*[点号]/u,
  en: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\btomorrow\b|\btonight\b|\bthis (?:morning|afternoon|evening|week)\b|\bnext week\b|\bat (?:\d|one\b(?! of\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|half)/iu,
};
const TO_CUSTOMER: Record<Language, RegExp> = {
  zh: /[您你]|自己|请|找|问|^(?:那|就|再|先)?[去打拨]/u,
  en: /\byou(?:r|rs|rself|['’]\w+)?\b|^(?:please |just |then |so |and |but |or )*(?:go|call|ring|phone|try|ask|contact|speak|talk|check|look|visit|write|e-?mail|take|get|pop|head|come|bring|send|see|use|log|fill|apply|join|wait|collect|chase)\b/iu,
};
/** A time alone takes nothing on ("one for the council, they open at nine"): the house does something, and no one is plainly sent away. */
const TAKEN_ON_FROM = 3;
const isArrangement = (acts: CallActs, one: SaidAct, language: Language): boolean =>
  levelOf(one, TAKEN_ON) >= TAKEN_ON_FROM &&
  levelOf(one, AWAY) < SURELY_FROM &&
  TIME[language].test(acts.textOf(one)) &&
  !TO_CUSTOMER[language].test(acts.textOf(one));

const most = (sentences: readonly SaidAct[], acts: readonly Act[]): number =>
  Math.max(0, ...sentences.map((one) => levelOf(one, acts)));

/** Ten times the posterior of sending the customer away, less three times that of taking it on in the same sentence. */
const goesAway = (one: SaidAct): number => 10 * levelOf(one, AWAY) - 3 * levelOf(one, TAKEN_ON);

function signsOf(acts: CallActs, away: readonly SaidAct[]): Record<DeflectedSign, number> {
  const first = away[0]!;
  const near = away.filter((one) => one.place !== first.place && acts.turnsBetween(first, one) <= 1);
  const customer = acts.sentences.filter(({ speaker }) => speaker === 'customer');
  const answers = customer.filter(({ place, turn }) => place > first.place && turn <= first.turn + 1);
  const last = customer.slice(-LAST);
  return {
    away: levelOf(first, AWAY),
    second: away[1] ? levelOf(away[1], AWAY) : 0,
    times: away.filter((one) => levelOf(one, AWAY) >= AWAY_FROM).length,
    takenOn: levelOf(first, TAKEN_ON),
    stuck: levelOf(first, ['stuck']),
    stuckNear: most(near, STUCK),
    takenNear: most(near, TAKEN_ON),
    takenAfter: most(
      away.filter(({ place }) => place > first.place),
      TAKEN_AFTER,
    ),
    left: most(answers, LEFT),
    settledLast: most(last, ['settled']),
    unsettledLast: most(last, ['unsettled']),
  };
}

/** Sent away: the sentence that does it, what is taken on beside and after it, and how the customer is left. */
export const deflection: Course = (acts, { transcript: { language } }) => {
  const agent = acts.sentences.filter((one) => one.speaker === 'agent' && !isArrangement(acts, one, language));
  const away = [...agent].sort((a, b) => goesAway(b) - goesAway(a) || a.place - b.place);
  const [first] = away;
  if (!first || levelOf(first, AWAY) < AWAY_LEAST) return null;
  const points = pointsOf(DEFLECTED[language], signsOf(acts, away));
  const isSure = points >= ALONE_FROM[language];
  const isWhole = acts.turns.length >= LEAST_TURNS;
  const mayBe = isSure || levelOf(first, AWAY) >= SURELY_FROM || (isWhole && points >= ASK_FROM[language]);
  if (!mayBe) return null;
  return fault(
    'sends_elsewhere',
    away.filter((one) => one === first || levelOf(one, AWAY) >= AWAY_FROM),
    isSure && isWhole,
  );
};
