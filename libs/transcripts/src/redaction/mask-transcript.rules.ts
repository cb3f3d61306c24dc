import {
  type RedactionMode,
  type SensitiveKind,
  type SensitiveSpan,
  type Transcript,
  type Turn,
  type Word,
} from '#contracts';

/** Stands for one UTF-16 unit of what is hidden. */
export const MASK = '■';

/** As much of a policy as words need. */
export interface Hiding {
  mode: RedactionMode;
  kinds: readonly SensitiveKind[];
}

/**
 * A transcript as it may be read: every character of a hidden stretch, its spaces too, is a {@link MASK}. The text keeps its length, so that
 * evidence and other coordinates point where they did; words that reach into a stretch become one word over all of it, or else their number
 * and times would tell digits. In the trial mode only card codes are hidden.
 */
export function maskTranscript(transcript: Transcript, spans: readonly SensitiveSpan[], policy: Hiding): Transcript {
  const hidden = spans.filter((span) => isHidden(span, policy));
  if (hidden.length === 0) return transcript;
  const byTurn = new Map<number, SensitiveSpan[]>();
  for (const span of hidden) {
    const those = byTurn.get(span.turn);
    if (those) those.push(span);
    else byTurn.set(span.turn, [span]);
  }
  return { ...transcript, turns: transcript.turns.map((turn) => maskTurn(turn, byTurn.get(turn.index) ?? [])) };
}

/** Is a stretch hidden from readers with an ordinary right? */
export const isHidden = ({ kind }: Pick<SensitiveSpan, 'kind'>, { mode, kinds }: Hiding) =>
  kind === 'card_code' || (mode === 'mask' && kinds.includes(kind));

function maskTurn(turn: Turn, spans: readonly SensitiveSpan[]): Turn {
  if (spans.length === 0) return turn;
  const sorted = [...spans].sort((a, b) => a.fromChar - b.fromChar);
  return { ...turn, text: maskText(turn.text, sorted), words: maskWords(turn.words, sorted) };
}

/** @param spans in order */
function maskText(text: string, spans: readonly Pick<SensitiveSpan, 'fromChar' | 'toChar'>[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { fromChar, toChar } of spans) {
    const from = Math.min(text.length, Math.max(at, fromChar));
    const to = Math.min(text.length, Math.max(from, toChar));
    parts.push(text.slice(at, from), MASK.repeat(to - from));
    at = to;
  }
  return parts.join('') + text.slice(at);
}

function maskWords(words: readonly Word[], spans: readonly SensitiveSpan[]): Word[] {
  const kept: Word[] = [];
  let next = 0;
  for (const word of words) {
    while (next < spans.length && (spans[next] as SensitiveSpan).toChar <= word.fromChar) next += 1;
    const span = spans[next];
    if (!span || span.fromChar >= word.toChar) {
      kept.push(word);
      continue;
    }
    const last = kept.at(-1);
    const [fromChar, toChar] = [Math.min(span.fromChar, word.fromChar), Math.max(span.toChar, word.toChar)];
    if (last && last.text.startsWith(MASK) && last.toChar > span.fromChar) {
      last.toMs = Math.max(last.toMs, word.toMs);
      last.toChar = Math.max(last.toChar, toChar);
      last.text = MASK.repeat(last.toChar - last.fromChar);
    } else {
      kept.push({ ...word, fromChar, toChar, text: MASK.repeat(toChar - fromChar), confidence: null });
    }
  }
  return kept;
}
