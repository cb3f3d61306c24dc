import { outcomeSchema, type ItemPieceAnswer, type JudgedPlace, type Language, type VariedExamples } from '#contracts';

/** What a trial of an item has found so far. */
export interface Judged {
  readonly read: number;
  readonly without: number;
  readonly outcomes: ItemPieceAnswer['outcomes'];
  readonly places: readonly JudgedPlace[];
}

const NONE: Judged = {
  ...{ read: 0, without: 0, places: [] },
  outcomes: { met: 0, not_met: 0, not_applicable: 0, insufficient: 0 },
};
/** Accusations are looked at first, then what a person is asked. */
const ORDER = ['not_met', 'insufficient', 'met', 'not_applicable'] as const;

export function judgedSoFar(pieces: readonly ItemPieceAnswer[]): Judged {
  const sum = pieces.reduce<Judged>(
    (all, piece) => ({
      read: all.read + piece.read.zh + piece.read.en,
      without: all.without + piece.without,
      outcomes: {
        ...all.outcomes,
        ...Object.fromEntries(outcomeSchema.options.map((one) => [one, all.outcomes[one] + piece.outcomes[one]])),
      },
      places: [...all.places, ...piece.places],
    }),
    NONE,
  );
  return { ...sum, places: ORDER.flatMap((outcome) => sum.places.filter((one) => one.outcome === outcome)) };
}

/** The languages in which an item from examples has any; none for an item of another kind. */
export function exampleLanguages(check: { readonly kind: string; readonly [parameter: string]: unknown }): Language[] {
  if (check.kind !== 'examples') return [];
  const sides = [check['met'], check['notMet']] as (Partial<Record<Language, string[]>> | undefined)[];
  return (['zh', 'en'] as const).filter((one) =>
    sides.some((side) => side?.[one]?.some((sentence) => sentence.trim() !== '')),
  );
}

type Variant = VariedExamples['variants'][number];

/** Taken for what it is not: turned round and still taken for its own side, or said otherwise and taken for the other. */
export function isWrong({ side, variant, taken }: Variant): boolean {
  const [own, other] = side === 'met' ? ['met', 'not_met'] : ['not_met', 'met'];
  return variant === 'negated' ? taken === own : taken === other;
}

/** Says how many sentences that say an example in other words are taken for its side. */
export function recognisedOf(variants: readonly Variant[]): { n: number; of: number } {
  const same = variants.filter(({ variant }) => variant !== 'negated');
  const own = same.filter(({ side, taken }) => taken === (side === 'met' ? 'met' : 'not_met'));
  return { n: own.length, of: same.length };
}
