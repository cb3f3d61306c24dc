/**
 * How a phrase is written in a lexicon: `(a|b)` one of them, an empty choice makes it optional; `...` up to six symbols and
 * `..` up to two, none of them a negation; `<n>` a number of one to four symbols; `<name>` one symbol that can be a name. Everything else is literal.
 *
 *     how (can|may) i help (you|)        sorry (for|about) ... (inconvenience|trouble)        within <n> (hours|days)
 */
export type PatternPart =
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'gap'; readonly least: number; readonly most: number; readonly only: 'any' | 'number' | 'name' };

const MOST_VARIANTS = 800;
const GAPS: Record<string, PatternPart> = {
  '...': { kind: 'gap', least: 0, most: 6, only: 'any' },
  '..': { kind: 'gap', least: 0, most: 2, only: 'any' },
  '<n>': { kind: 'gap', least: 1, most: 4, only: 'number' },
  '<name>': { kind: 'gap', least: 1, most: 1, only: 'name' },
};

/** The texts that a piece's choices stand for. Choices do not nest. */
function variants(piece: string, phrase: string): string[] {
  const open = piece.indexOf('(');
  if (open < 0) {
    if (/[()|]/.test(piece)) throw new Error(`a bracket or bar is out of place in phrase "${phrase}"`);
    return [piece.trim().replace(/\s+/g, ' ')];
  }
  const close = piece.indexOf(')', open);
  if (close < 0) throw new Error(`a bracket is not closed in phrase "${phrase}"`);
  const rest = variants(piece.slice(close + 1), phrase);
  const texts = piece
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => rest.map((tail) => `${piece.slice(0, open)}${choice} ${tail}`.trim().replace(/\s+/g, ' ')));
  if (texts.length > MOST_VARIANTS)
    throw new Error(`phrase "${phrase}" has a piece with more than ${MOST_VARIANTS} variants`);
  return [...new Set(texts)];
}

/** Choices that hold a gap themselves, e.g. `(<n> days|a week)`, become phrases of their own. */
function withoutGapsInChoices(phrase: string): string[] {
  const choice = /\(([^()]*(?:\.{2,3}|<n>|<name>)[^()]*)\)/.exec(phrase);
  if (!choice) return [phrase];
  const [before, after] = [phrase.slice(0, choice.index), phrase.slice(choice.index + choice[0].length)];
  return choice[1]!.split('|').flatMap((option) => withoutGapsInChoices(before + option + after));
}

function partsOf(plain: string, phrase: string): PatternPart[] {
  const pieces = plain.split(/(\.{2,3}|<n>|<name>)/).filter((piece) => piece.trim() !== '');
  return pieces.map((piece): PatternPart => {
    const texts = GAPS[piece] ? [] : variants(piece, phrase);
    if (texts.includes('')) throw new Error(`a piece of phrase "${phrase}" may be empty`);
    return GAPS[piece] ?? { kind: 'text', texts };
  });
}

/**
 * Reads a phrase into the sequences of literal pieces and gaps that it stands for.
 *
 * @throws Error naming the phrase, when its brackets do not match, it stands for too much, or it holds no literal text
 */
export function parsePhrase(phrase: string): PatternPart[][] {
  const parsed = withoutGapsInChoices(phrase).map((plain) => partsOf(plain, phrase));
  if (parsed.some((parts) => !parts.some((part) => part.kind === 'text'))) {
    throw new Error(`phrase "${phrase}" has a variant without any literal text`);
  }
  return parsed;
}
