import type { SensitiveKind, Turn } from '#contracts';
import type { Stretch } from './caption.rules.js';
import type { TextMark } from './evidence.rules.js';

/** A run of characters that look the same. `ms` is where its word starts, so that a click can go there. */
export interface Piece {
  text: string;
  fromChar: number;
  ms: number | null;
  unsure: boolean;
  found: boolean;
  /** What is sensitive here; `first` with the stretch's first piece, which says so in words. */
  sensitive: { kind: SensitiveKind; hidden: boolean; first: boolean } | null;
}

/** A sensitive stretch of a turn, hidden or only marked. */
export interface SensitiveMark {
  fromChar: number;
  toChar: number;
  kind: SensitiveKind;
  hidden: boolean;
}

/** Pieces under one piece of evidence, or under none. */
export interface MarkedRun {
  mark: TextMark | null;
  pieces: Piece[];
}

/** Below this the engine's word is shown as unsure. */
const UNSURE = 0.5;

/** Cuts a turn's text at words, evidence, matches, sensitive stretches and the edges of a part of it. Where evidence overlaps, the selected item wins, then the graver outcome. */
export function markedRuns(
  turn: Turn,
  marks: TextMark[],
  selected: string | null,
  find: string,
  sensitive: readonly SensitiveMark[] = [],
  part: readonly Stretch[] = [],
): MarkedRun[] {
  const matches = matchesIn(turn.text, find);
  const inside = (cut: number) => cut > 0 && cut < turn.text.length;
  const edges = [...marks, ...turn.words, ...sensitive, ...part].flatMap((span) => [span.fromChar, span.toChar]);
  const cuts = [...new Set([0, turn.text.length, ...edges, ...matches.flat()].filter((c) => c === 0 || inside(c)))];
  cuts.sort((a, b) => a - b);
  const runs: MarkedRun[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? turn.text.length;
    if (to === from) continue;
    const word = turn.words.find((w) => w.fromChar <= from && from < w.toChar);
    const piece: Piece = {
      text: turn.text.slice(from, to),
      fromChar: from,
      ms: word?.fromMs ?? null,
      unsure: word?.confidence != null && word.confidence < UNSURE,
      found: matches.some(([a, b]) => a <= from && from < b),
      sensitive: sensitiveAt(sensitive, from),
    };
    const mark = gravest(
      marks.filter((m) => m.fromChar <= from && from < m.toChar),
      selected,
    );
    const last = runs.at(-1);
    if (last && last.mark === mark) last.pieces.push(piece);
    else runs.push({ mark, pieces: [piece] });
  }
  return runs;
}

function sensitiveAt(spans: readonly SensitiveMark[], from: number): Piece['sensitive'] {
  const span = spans.find(({ fromChar, toChar }) => fromChar <= from && from < toChar);
  return span ? { kind: span.kind, hidden: span.hidden, first: span.fromChar === from } : null;
}

/** Where a word occurs, in any case. */
export function matchesIn(text: string, find: string): [number, number][] {
  const needle = find.trim().toLowerCase();
  if (needle === '') return [];
  const found: [number, number][] = [];
  const hay = text.toLowerCase();
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    found.push([at, at + needle.length]);
  }
  return found;
}

/** Some words before and after a quote, so that it can be understood on its own. */
export function inContext(
  text: string,
  fromChar: number,
  toChar: number,
): { before: string; quote: string; after: string } {
  const starts = [...text.slice(0, fromChar).matchAll(/[，。？！；,.?!;]\s*/g)].map((m) => m.index + m[0].length);
  const from = starts.findLast((at) => at < fromChar) ?? 0;
  const stop = text.slice(toChar).search(/[。？！.?!]/);
  const to = stop < 0 ? text.length : toChar + stop + 1;
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, fromChar),
    quote: text.slice(fromChar, toChar),
    after: text.slice(toChar, to),
  };
}

const GRAVITY = { not_met: 3, insufficient: 2, met: 1, told: 1, not_applicable: 0 };

function gravest(marks: TextMark[], selected: string | null): TextMark | null {
  const rank = (mark: TextMark) => (mark.itemId === selected ? 9 : GRAVITY[mark.outcome]);
  return marks.reduce<TextMark | null>((best, mark) => (best && rank(best) >= rank(mark) ? best : mark), null);
}
