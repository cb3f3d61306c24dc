import { type Language, type ScoringFacts, type Transcript, type Turn } from '#contracts';
import { type LegToScore } from '#quality';
import { seededRandom } from '../seeded-random.rules.js';
import { TEMPLATES } from './templates.js';

export const TURNS = 60;
const TURN_MS = 4_000;
const SEED = 20_260_602;

const FACTS: ScoringFacts = {
  from: 'bench',
  direction: 'inbound',
  ringSeconds: 6,
  hangupParty: 'customer',
  transfer: 'none',
  consulted: null,
  noticeGiven: true,
  noticeBy: 'announcement',
  holdSpans: [],
};

/** Calls of a minute's reading each, the same in every run: half of them Mandarin, half English. */
export function dialogues(count: number): LegToScore[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, index) => dialogue(index % 2 === 0 ? 'zh' : 'en', random));
}

function dialogue(language: Language, random: () => number): LegToScore {
  const turns = Array.from({ length: TURNS }, (_, index): Turn => {
    const speaker = index % 2 === 0 ? 'agent' : 'customer';
    const text = fill(language, lineFor(language, index, random), random);
    return { index, speaker, text, fromMs: index * TURN_MS, toMs: (index + 1) * TURN_MS - 300, words: [] };
  });
  const transcript: Transcript = {
    format: 'shouwen.transcript/1',
    language,
    engine: { name: 'provided', version: '1', model: 'none' },
    durationMs: TURNS * TURN_MS,
    channels: 2,
    turns,
    unreliable: [],
  };
  return { transcript, transcriptVersion: 1, facts: FACTS };
}

function lineFor(language: Language, turn: number, random: () => number): string {
  const { opening, agent, customer, closing } = TEMPLATES[language];
  if (turn === 0) return opening;
  if (turn >= TURNS - 2) return closing[turn - (TURNS - 2)]!;
  return pick(turn % 2 === 0 ? agent : customer, random);
}

/** Puts words, and digits for `#`, where a template leaves room for them. */
function fill(language: Language, template: string, random: () => number): string {
  const { slots } = TEMPLATES[language];
  return template
    .replace(/\{(\w+)\}/g, (_, slot: string) => pick(slots[slot]!, random))
    .replace(/#/g, () => String(Math.floor(random() * 10)));
}

const pick = (from: readonly string[], random: () => number): string => from[Math.floor(random() * from.length)]!;
