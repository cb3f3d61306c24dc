import { type CompiledLexicon } from '../lexicons/lexicon.rules.js';
import { remainsOf, type Remains } from '../matching/formulas.rules.js';
import { isNegatedAt } from '../matching/phrase-matcher.rules.js';
import { type Symbols } from '../matching/symbols.rules.js';
import { type Heard } from '../call/heard-call.js';

/** What was not heard as it is said is never certain. */
const SUREST = 0.9;

/** What is left, in these turns, of sentences that are said by heart: of each turn the best. */
export function heardLoosely(
  entries: readonly string[],
  turns: readonly number[],
  symbolsOf: readonly Symbols[],
  lexicon: CompiledLexicon,
): Heard[] {
  return turns.flatMap((turn) => {
    const symbols = symbolsOf[turn]!;
    let best: (Remains & { entry: string }) | null = null;
    for (const entry of entries) {
      for (const formula of lexicon.formulasOf(entry)) {
        const remains = remainsOf(formula, symbols);
        if (!remains || isNegatedAt(symbols, remains.from)) continue;
        if (!best || remains.kept > best.kept) best = { entry, ...remains };
      }
    }
    if (!best) return [];
    const { entry, from, to, kept } = best;
    const span = { fromChar: symbols.fromChar[from]!, toChar: symbols.toChar[to - 1]! };
    return [{ entry, turn, ...span, exactness: Math.min(kept, SUREST) }];
  });
}
