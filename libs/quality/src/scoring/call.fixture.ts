import {
  type CompanyProfile,
  type ScoringFacts,
  type Language,
  type Outcome,
  type Transcript,
  type Turn,
} from '#contracts';
import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareScorer } from './score.rules.js';
import { type Scored } from './scored.js';

/** Calls for specs. A call is written as lines: "A: …" the agent, "C: …" the customer, "?: …" unknown. */

export const PROFILE: CompanyProfile = {
  names: { zh: ['青禾银行'], en: ['Green Grain Bank'] },
  departments: { zh: ['信用卡部'], en: ['card services'] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
};

export const UNKNOWN_FACTS: ScoringFacts = {
  from: 'spec',
  direction: 'inbound',
  ringSeconds: null,
  hangupParty: null,
  transfer: null,
  consulted: null,
  noticeGiven: null,
  noticeBy: null,
  holdSpans: [],
};

const SPEAKERS = { A: 'agent', C: 'customer', '?': 'unknown' } as const;
const TURN_MS = 4000;

/** One turn after another, four seconds each; the language is told by the characters. */
export function buildTranscript(lines: readonly string[], rest: Partial<Transcript> = {}): Transcript {
  const language: Language = /[\u4e00-\u9fff]/.test(lines.join('')) ? 'zh' : 'en';
  const turns = lines.map((line, index): Turn => {
    const speaker = SPEAKERS[line[0] as keyof typeof SPEAKERS];
    return { index, speaker, text: line.slice(3), fromMs: index * TURN_MS, toMs: (index + 1) * TURN_MS, words: [] };
  });
  return {
    format: 'shouwen.transcript/1',
    language,
    engine: { name: 'provided', version: '1', model: 'none' },
    durationMs: lines.length * TURN_MS,
    channels: 2,
    turns,
    unreliable: [],
    ...rest,
  };
}

export const rulebook = {
  checklist: loadChecklist('standard-inbound').checklist,
  lexicons: loadLexicons(),
  profile: PROFILE,
};

const scorer = prepareScorer(rulebook);

export const scoreCall = (
  lines: readonly string[],
  facts: Partial<ScoringFacts> = {},
  rest: Partial<Transcript> = {},
): Scored =>
  scorer({ transcript: buildTranscript(lines, rest), transcriptVersion: 1, facts: { ...UNKNOWN_FACTS, ...facts } });

/** The outcome of one item, with its reason where it abstains. */
export function outcomeOf(
  itemId: string,
  lines: readonly string[],
  facts: Partial<ScoringFacts> = {},
): Outcome | string {
  const item = scoreCall(lines, facts).items.find((one) => one.itemId === itemId)!;
  return item.reason ? `insufficient(${item.reason})` : item.outcome;
}
