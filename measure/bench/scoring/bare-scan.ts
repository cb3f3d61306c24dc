import { buildAutomaton, type Automaton, type LegToScore, type Lexicon } from '#quality';

const CODES = 2 ** 16;
/** Longer than any turn of the bench. */
const MOST_CHARS = 4_096;

/**
 * The bare baseline of scoring: Aho and Corasick's automaton over the literal words of one language's phrases, run over the characters of every
 * turn, counting what it meets. It knows nothing of choices, gaps, sounds, misspellings, negation, speakers or checklist items.
 */
export class BareScan {
  /** Character → symbol, capital letters as small ones; 0 where no phrase has it. */
  private readonly symbolOf = new Uint16Array(CODES);
  private readonly buffer = new Uint16Array(MOST_CHARS);
  private readonly automaton: Automaton;

  constructor(lexicon: Lexicon) {
    const literals = [...new Set(Object.values(lexicon.entries).flatMap(({ phrases }) => phrases.flatMap(literalsOf)))];
    let size = 1;
    for (const code of literals.flatMap(codesOf)) if (this.symbolOf[code] === 0) this.symbolOf[code] = size++;
    const patterns = literals.map((literal) => codesOf(literal).map((code) => this.symbolOf[code]!));
    for (const small of 'abcdefghijklmnopqrstuvwxyz') {
      this.symbolOf[small.toUpperCase().charCodeAt(0)] = this.symbolOf[small.charCodeAt(0)]!;
    }
    this.automaton = buildAutomaton(patterns, size);
  }

  /** How often any of the words occurs in the call. */
  count({ transcript }: LegToScore): number {
    let met = 0;
    const meet = (): void => void (met += 1);
    for (const { text } of transcript.turns) {
      for (let at = 0; at < text.length; at += 1) this.buffer[at] = this.symbolOf[text.charCodeAt(at)]!;
      this.automaton.scan(this.buffer, text.length, meet);
    }
    return met;
  }
}

/** The words of a phrase without its marks: brackets, bars and gaps. One character alone would be met everywhere and say nothing. */
function literalsOf(phrase: string): string[] {
  const literals = phrase.toLowerCase().split(/\.{2,3}|<\w+>|[()|]/);
  return literals.map((literal) => literal.trim()).filter((literal) => literal.length > 1);
}

const codesOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
