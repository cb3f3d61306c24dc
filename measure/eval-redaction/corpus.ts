import { type Language, type SensitiveKind } from '#contracts';
import { seededRandom } from '../bench/seeded-random.rules.js';
import { chance, pick, type Random } from './spoken-numbers.rules.js';
import { CARD_CODES, NO_CARD_CODES } from './card-code-talk.js';
import { NEAR_MISSES } from './near-misses.js';
import { SENSITIVE } from './sensitive-talk.js';
import { type Line, type Scene } from './scene.js';

/** Where something sensitive is said in a made dialogue. */
export interface Planted {
  turn: number;
  fromChar: number;
  toChar: number;
  kind: SensitiveKind;
}

export interface MadeTurn {
  speaker: 'agent' | 'customer';
  text: string;
}

export interface MadeDialogue {
  language: Language;
  /** What it was made to try. */
  about: string;
  turns: MadeTurn[];
  planted: Planted[];
}

const SMALL_TALK: Record<Language, readonly Line[]> = {
  zh: [
    ['agent', '您好，这里是北风客服，请问有什么可以帮您？'],
    ['customer', '你好，我想问一下我买的东西什么时候到'],
    ['agent', '好的，我帮您看一下，请稍等'],
    ['customer', '行，谢谢'],
    ['agent', '请问还有其他可以帮您的吗？'],
    ['customer', '没有了，再见'],
  ],
  en: [
    ['agent', 'thank you for calling northwind how can I help you'],
    ['customer', 'hi I would like to know when my parcel comes'],
    ['agent', 'let me have a look for you one moment please'],
    ['customer', 'sure thank you'],
    ['agent', 'is there anything else I can do for you today'],
    ['customer', 'no that is all goodbye'],
  ],
};

/** Dialogues made from a seed: every scene in turn, between small talk, each with other numbers. */
export function makeCorpus(count: number, seed: number): MadeDialogue[] {
  const random = seededRandom(seed);
  const scenes = [...SENSITIVE, ...CARD_CODES, ...NEAR_MISSES, ...NO_CARD_CODES];
  return Array.from({ length: count }, (_, at) => make(random, scenes[at % scenes.length] as Scene));
}

function make(random: Random, { about, kind, language, lines }: Scene): MadeDialogue {
  const talk = SMALL_TALK[language];
  const before = chance(random, 0.7) ? talk.slice(0, 2) : [];
  const after = chance(random, 0.7) ? [pick(random, talk.slice(2, 4)), ...talk.slice(4)] : [];
  const planted: Planted[] = [];
  const turns = [...before, ...lines(random), ...after].map(([speaker, marked], turn): MadeTurn => {
    const { text, spans } = unmark(marked);
    if (kind) for (const [fromChar, toChar] of spans) planted.push({ turn, fromChar, toChar, kind });
    return { speaker, text };
  });
  return { language, about, turns, planted };
}

/** Takes the braces out, and says what was in them. */
function unmark(marked: string): { text: string; spans: [number, number][] } {
  const spans: [number, number][] = [];
  let text = '';
  for (const part of marked.split(/(\{[^}]*\})/)) {
    const inner = part.startsWith('{') ? part.slice(1, -1) : part;
    if (part.startsWith('{')) spans.push([text.length, text.length + inner.length]);
    text += inner;
  }
  return { text, spans };
}
