import { type CompanyProfile, type Language } from '#contracts';
import { loadChecklist, loadFindActs, loadLexicons, prepareScorer, type LegToScore, type Lexicons } from '#quality';
import { PROFILE } from '../../../tools/demo/seed/organisation.js';
import { type Say } from '../say.js';
import { ratioOf, spreadOf, written, type Spread } from '../spread.rules.js';
import { BareScan } from './bare-scan.js';
import { dialogues, TURNS } from './dialogues.js';
import { resized } from './widened-lexicon.js';

/** Long enough for the clock and for the garbage collector to have its share. */
const SLICE_MS = 500;
const FEW = 200;
const MANY = 5_000;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

export interface ScoringOptions {
  /** Generated calls, half of each language. */
  calls: number;
  rounds: number;
}

/** Does something with one call. The number is only there so that nothing is optimised away. */
type Work = (leg: LegToScore) => number;

/** Whole judgements against a bare automaton over the same text, and against themselves with more phrases. */
export function benchScoring({ calls, rounds }: ScoringOptions, say: Say): void {
  const legs = dialogues(calls);
  const lexicons = loadLexicons();
  say(`scoring: ${calls} generated calls of ${TURNS} turns, ${rounds} rounds after a warm-up, one thread`);
  say('  ours: prepareScorer of the checklist standard-inbound, transcript to scorecard');
  say(
    '  bare: the Aho-Corasick automaton over the characters of the same turns, for the literal words of the same phrases',
  );
  const scorer = scoring(lexicons, PROFILE);
  const bare = scanning(lexicons);
  for (const language of LANGUAGES) {
    const own = legs.filter(({ transcript }) => transcript.language === language);
    compare(`${language}`, alternate(own, scorer, bare, rounds), say);
  }
  withActs(legs, scorer, rounds, say);
  const both = alternate(legs, scorer, bare, rounds);
  say(`scoring ratio ${written(ratioOf(both), 2)}   good 0.30, aim 0.80`);
  const [few, many] = [scoring(resized(lexicons, FEW), PROFILE), scoring(resized(lexicons, MANY), PROFILE)];
  const flat = alternate(legs, many, few, rounds);
  const [ours, theirs] = [spreadOf(flat.map((one) => one.ours)), spreadOf(flat.map((one) => one.bare))];
  say(`  ${FEW} phrases a language: ${perSecond(theirs)} calls/s; ${MANY}: ${perSecond(ours)} calls/s`);
  say(`scoring flatness ${written(ratioOf(flat), 2)}   calls/s with ${MANY} phrases ÷ with ${FEW}, 1 is flat`);
}

/** As much as is said in five minutes, in one call: what its acts and its judgement take of the processor. */
const FIVE_MINUTES = 1_500;

function fiveMinutes(legs: readonly LegToScore[]): LegToScore {
  const turns = legs.flatMap(({ transcript }) => transcript.turns);
  let said = 0;
  const some = turns.filter(({ text }) => (said += text.length) <= FIVE_MINUTES);
  const [{ transcript, ...leg }] = legs as [LegToScore];
  return { ...leg, transcript: { ...transcript, turns: some.map((turn, index) => ({ ...turn, index })) } };
}

function withActs(legs: readonly LegToScore[], scorer: (leg: LegToScore) => number, rounds: number, say: Say): void {
  const findActs = loadFindActs();
  for (const language of LANGUAGES) {
    const leg = fiveMinutes(legs.filter(({ transcript }) => transcript.language === language));
    const once = (): number => {
      const before = process.cpuUsage();
      scorer({ ...leg, acts: findActs(leg.transcript) });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    once();
    const took = spreadOf(Array.from({ length: rounds * 4 }, once));
    say(`  ${language}: a call of ${FIVE_MINUTES} characters with acts: ${written(took, 1)} ms of processor   aim 60`);
  }
}

function scoring(lexicons: Lexicons, profile: CompanyProfile): Work {
  const scorer = prepareScorer({ ...loadChecklist('standard-inbound'), lexicons, profile });
  return (leg) => scorer(leg).items.length;
}

function scanning(lexicons: Lexicons): Work {
  const scans = { zh: new BareScan(lexicons.zh), en: new BareScan(lexicons.en) };
  return (leg) => scans[leg.transcript.language].count(leg);
}

/** Calls per second of both, in turns; the first round, which compiles and warms up, does not count. */
function alternate(
  legs: readonly LegToScore[],
  ours: Work,
  bare: Work,
  rounds: number,
): { ours: number; bare: number }[] {
  const played = Array.from({ length: rounds + 1 }, () => ({ ours: rateOf(ours, legs), bare: rateOf(bare, legs) }));
  return played.slice(1);
}

function rateOf(work: Work, legs: readonly LegToScore[]): number {
  const started = performance.now();
  let done = 0;
  let made = 0;
  let elapsed = 0;
  do {
    for (const leg of legs) made += work(leg);
    done += legs.length;
    elapsed = performance.now() - started;
  } while (elapsed < SLICE_MS);
  if (made === 0) throw new Error('the bench measured work that found nothing');
  return (done * 1000) / elapsed;
}

function compare(what: string, rounds: readonly { ours: number; bare: number }[], say: Say): void {
  const [ours, bare] = [spreadOf(rounds.map((one) => one.ours)), spreadOf(rounds.map((one) => one.bare))];
  say(`  ${what}: ours ${perSecond(ours)} calls/s, bare ${perSecond(bare)}; ratio ${written(ratioOf(rounds), 2)}`);
}

const perSecond = (spread: Spread): string => written(spread, 0);
