import { sensitiveKindSchema, type Language, type SensitiveKind, type SensitiveSpan } from '#contracts';
import { findSpans } from '#transcripts/rules';
import { type MadeDialogue, type MadeTurn, type Planted } from './corpus.js';

/** How one kind fared in one language. */
export interface Tally {
  language: Language;
  kind: SensitiveKind;
  planted: number;
  /** Something of it stayed readable. */
  missed: number;
  /** Hidden, but called something else. */
  otherKind: number;
  /** Stretches hidden under this kind where nothing was planted. */
  falseAlarms: number;
}

/** Card codes apart: what is certain is cut out of the stored recording for good, what is doubtful waits for a person. */
export interface CodeTally {
  planted: number;
  cut: number;
  doubtful: number;
  missed: number;
  /** Stretches that would be cut where no code is: this destroys what was said. */
  falseCuts: number;
  /** Stretches that a person is asked about where no code is. */
  falseDoubts: number;
}

export interface Judged {
  tallies: Tally[];
  codes: CodeTally;
  /** Dialogues with nothing sensitive, and in how many of them something was hidden. */
  clean: number;
  alarmed: number;
  /** One line each, to look at. */
  examples: string[];
}

const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/u;
const MOST_EXAMPLES = 40;

/** Compares what is found with what was planted: hidden is only what is hidden whole. */
export function judgeCorpus(dialogues: readonly MadeDialogue[]): Judged {
  const tallies = new Map<string, Tally>();
  const tally = (language: Language, kind: SensitiveKind): Tally => {
    const key = `${language} ${kind}`;
    const found = tallies.get(key) ?? { language, kind, planted: 0, missed: 0, otherKind: 0, falseAlarms: 0 };
    tallies.set(key, found);
    return found;
  };
  for (const kind of sensitiveKindSchema.options) for (const language of ['zh', 'en'] as const) tally(language, kind);
  const codes: CodeTally = { planted: 0, cut: 0, doubtful: 0, missed: 0, falseCuts: 0, falseDoubts: 0 };
  const judged: Judged = { tallies: [], codes, clean: 0, alarmed: 0, examples: [] };
  for (const dialogue of dialogues) judgeOne(dialogue, tally, judged);
  return { ...judged, tallies: [...tallies.values()], examples: judged.examples.slice(0, MOST_EXAMPLES) };
}

function judgeOne(
  { language, about, turns, planted }: MadeDialogue,
  tally: (l: Language, k: SensitiveKind) => Tally,
  judged: Judged,
): void {
  const spans = findSpans({ turns: turns.map(asTurn), language });
  for (const one of planted) {
    const counts = tally(language, one.kind);
    counts.planted += 1;
    const over = spans.filter((span) => overlap(span, one));
    if (!isHidden(turns, one, over)) {
      counts.missed += 1;
      judged.examples.push(`missed ${one.kind} (${about}): ${turns[one.turn]?.text}`);
    } else if (!over.some(({ kind }) => kind === one.kind)) counts.otherKind += 1;
  }
  countCodes(spans, planted, judged);
  const extra = spans.filter((span) => !planted.some((one) => overlap(span, one)));
  for (const span of extra) {
    tally(language, span.kind).falseAlarms += 1;
    judged.examples.push(`alarm ${span.kind} (${about}): ${turns[span.turn]?.text}`);
  }
  if (planted.length === 0) {
    judged.clean += 1;
    if (extra.length > 0) judged.alarmed += 1;
  }
}

function countCodes(spans: readonly SensitiveSpan[], planted: readonly Planted[], { codes, examples }: Judged): void {
  const said = planted.filter(({ kind }) => kind === 'card_code');
  const found = spans.filter(({ kind }) => kind === 'card_code');
  for (const one of said) {
    const over = found.filter((span) => overlap(span, one));
    codes.planted += 1;
    if (over.some(({ certainty }) => certainty === 'certain')) codes.cut += 1;
    else codes[over.length > 0 ? 'doubtful' : 'missed'] += 1;
  }
  for (const span of found.filter((one) => !said.some((code) => overlap(one, code)))) {
    codes[span.certainty === 'certain' ? 'falseCuts' : 'falseDoubts'] += 1;
    if (span.certainty === 'certain') examples.push(`false cut in turn ${span.turn}`);
  }
}

const overlap = (span: SensitiveSpan, one: Planted): boolean =>
  span.turn === one.turn && span.fromChar < one.toChar && one.fromChar < span.toChar;

function isHidden(
  turns: readonly MadeTurn[],
  { turn, fromChar, toChar }: Planted,
  over: readonly SensitiveSpan[],
): boolean {
  for (let at = fromChar; at < toChar; at += 1) {
    const readable = LETTERS_AND_DIGITS.test(turns[turn]?.text[at] ?? ' ');
    if (readable && !over.some((span) => span.fromChar <= at && at < span.toChar)) return false;
  }
  return true;
}

function asTurn({ speaker, text }: MadeTurn, index: number) {
  return { index, speaker, text, fromMs: index * 5_000, toMs: index * 5_000 + 4_000, words: [] };
}
