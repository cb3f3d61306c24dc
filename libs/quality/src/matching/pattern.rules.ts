import { choicesBothWays, numbersBothWays } from './numbers-in-phrases.rules.js';
import { isSilent } from './symbols.rules.js';

/**
 * How a phrase is written in a lexicon: `(a|b)` one of them, an empty choice makes it optional; `...` up to six symbols and
 * `..` up to two, none of them a negation; `<n>` a number of one to four symbols; `<name>` one symbol that can be a name. Everything else is literal.
 *
 *     how (can|may) i help (you|)        sorry (for|about) ... (inconvenience|trouble)        within <n> (hours|days)
 */
export type PatternPart =
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'gap'; readonly least: number; readonly most: number; readonly only: 'any' | 'number' | 'name' };

/** A piece with more variants is cut in two that follow each other closely: half the product is a fraction of the work. */
const HANDY_VARIANTS = 48;
const MOST_VARIANTS = 1_600;
const GAPS: Record<string, PatternPart> = {
  '...': { kind: 'gap', least: 0, most: 6, only: 'any' },
  '..': { kind: 'gap', least: 0, most: 2, only: 'any' },
  '<n>': { kind: 'gap', least: 1, most: 4, only: 'number' },
  '<name>': { kind: 'gap', least: 1, most: 1, only: 'name' },
};
const CLOSE: PatternPart = { kind: 'gap', least: 0, most: 0, only: 'any' };

/** A piece as literal texts and choices, in order, numbers in figures and in words. Choices do not nest. */
function elementsOf(piece: string, phrase: string): string[][] {
  const elements: string[][] = [];
  const parts = piece.split(/(\([^()]*\))/).filter((part) => part.trim() !== '');
  for (const [at, part] of parts.entries()) {
    const behind = parts[at + 1] ?? '';
    if (part.startsWith('(') && part.endsWith(')')) {
      elements.push(choicesBothWays(part.slice(1, -1).split('|'), behind));
    } else if (/[()]/.test(part)) throw new Error(`a bracket is not closed in phrase "${phrase}"`);
    else if (part.includes('|')) throw new Error(`a bracket or bar is out of place in phrase "${phrase}"`);
    else elements.push(...numbersBothWays(part, behind));
  }
  return elements;
}

const variantsOf = (elements: readonly (readonly string[])[]): number =>
  elements.reduce((product, { length }) => product * length, 1);

const canBeEmpty = (elements: readonly (readonly string[])[]): boolean =>
  elements.every((choices) => choices.some(isSilent));

/** The elements in groups of few enough variants, none of which can be empty. */
function inHandyGroups(elements: string[][], phrase: string): string[][][] {
  const groups: string[][][] = [];
  let group: string[][] = [];
  elements.forEach((element, at) => {
    const full = variantsOf([...group, element]) > HANDY_VARIANTS;
    if (full && !canBeEmpty(group) && !canBeEmpty(elements.slice(at))) {
      groups.push(group);
      group = [];
    }
    group.push(element);
  });
  groups.push(group);
  for (const one of groups) {
    if (variantsOf(one) > MOST_VARIANTS)
      throw new Error(`phrase "${phrase}" has a piece with more than ${MOST_VARIANTS} variants`);
  }
  return groups;
}

/** The texts that a group stands for. */
function textsOf(group: readonly (readonly string[])[]): string[] {
  const texts = group.reduce<string[]>(
    (heads, choices) => heads.flatMap((head) => choices.map((choice) => `${head} ${choice}`)),
    [''],
  );
  return [...new Set(texts.map((text) => text.trim().replace(/\s+/g, ' ')))];
}

/** Choices that hold a gap themselves, e.g. `(<n> days|a week)`, become phrases of their own. */
function withoutGapsInChoices(phrase: string): string[] {
  const choice = /\(([^()]*(?:\.{2,3}|<n>|<name>)[^()]*)\)/.exec(phrase);
  if (!choice) return [phrase];
  const [before, after] = [phrase.slice(0, choice.index), phrase.slice(choice.index + choice[0].length)];
  return choice[1]!.split('|').flatMap((option) => withoutGapsInChoices(before + option + after));
}

/** A literal piece as what it is made of; with a piece that is optional as a whole, also nothing. */
function piecesOf(piece: string, phrase: string): PatternPart[][] {
  const elements = elementsOf(piece, phrase);
  const parts = inHandyGroups(elements, phrase).flatMap((group, at): PatternPart[] => {
    const part: PatternPart = { kind: 'text', texts: textsOf(group).filter((text) => !isSilent(text)) };
    return at === 0 ? [part] : [CLOSE, part];
  });
  return canBeEmpty(elements) ? [parts, []] : [parts];
}

/** The sequences of literal pieces and gaps that a phrase without gaps in its choices stands for. */
function sequencesOf(plain: string, phrase: string): PatternPart[][] {
  const pieces = plain.split(/(\.{2,3}|<n>|<name>)/).filter((piece) => piece.trim() !== '');
  return pieces.reduce<PatternPart[][]>(
    (heads, piece) => {
      const tails = GAPS[piece] ? [[GAPS[piece]]] : piecesOf(piece, phrase);
      return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
    },
    [[]],
  );
}

/**
 * Reads a phrase into the sequences of literal pieces and gaps that it stands for.
 *
 * @throws Error naming the phrase, when its brackets do not match, it stands for too much, or it holds no literal text
 */
export function parsePhrase(phrase: string): PatternPart[][] {
  const parsed = withoutGapsInChoices(phrase).flatMap((plain) => sequencesOf(plain, phrase));
  if (parsed.some((parts) => !parts.some((part) => part.kind === 'text'))) {
    throw new Error(`phrase "${phrase}" has a variant without any literal text`);
  }
  return parsed;
}
