/**
 * How a phrase is written in a lexicon: `(a|b)` one of them, an empty choice makes it optional; `...` up to six symbols; `<n>` a number of one
 * to four symbols; `<name>` one symbol that can be a name. Everything else is literal.
 *
 *     how (can|may) i help (you|)        sorry (for|about) ... (inconvenience|trouble)        within <n> (hours|days)
 */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap'; readonly least: number; readonly most: number; readonly only: 'any' | 'number' | 'name' };

const MOST_VARIANTS = 600;
const GAPS: Record<string, PatternPart> = {
  '...': { kind: 'gap', least: 0, most: 6, only: 'any' },
  '<n>': { kind: 'gap', least: 1, most: 4, only: 'number' },
  '<name>': { kind: 'gap', least: 1, most: 1, only: 'name' },
};

/** The plain variants that a phrase's choices stand for. Choices do not nest. */
function variants(phrase: string): string[] {
  const open = phrase.indexOf('(');
  if (open < 0) {
    if (/[()|]/.test(phrase)) throw new Error(`a bracket or bar is out of place in phrase "${phrase}"`);
    return [phrase];
  }
  const close = phrase.indexOf(')', open);
  if (close < 0) throw new Error(`a bracket is not closed in phrase "${phrase}"`);
  const [before, choices, after] = [phrase.slice(0, open), phrase.slice(open + 1, close), phrase.slice(close + 1)];
  const rest = variants(after);
  return choices.split('|').flatMap((choice) => rest.map((tail) => before + choice + tail));
}

const partsOf = (variant: string): PatternPart[] =>
  variant
    .split(/(\.\.\.|<n>|<name>)/)
    .map((piece): PatternPart => GAPS[piece] ?? { kind: 'text', text: piece.trim().replace(/\s+/g, ' ') })
    .filter((part) => part.kind === 'gap' || part.text !== '');

/**
 * Reads a phrase into its variants.
 *
 * @throws Error naming the phrase, when its brackets do not match, it stands for too much, or it holds no literal text
 */
export function parsePhrase(phrase: string): PatternPart[][] {
  const plain = [...new Set(variants(phrase))];
  if (plain.length > MOST_VARIANTS)
    throw new Error(`phrase "${phrase}" stands for more than ${MOST_VARIANTS} variants`);
  const parsed = plain.map(partsOf);
  if (parsed.some((parts) => !parts.some((part) => part.kind === 'text'))) {
    throw new Error(`phrase "${phrase}" has a variant without any literal text`);
  }
  return parsed;
}
