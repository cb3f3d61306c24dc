/** A card as far as the origin of its results matters. */
export interface CardInChain {
  readonly id: string;
  /** The card that a person completed. */
  readonly basedOnId: string | null;
}

/** A person's answer to one item, on the card that it made. */
export interface AnswerPlace {
  readonly scorecardId: string;
  readonly itemId: string;
}

/**
 * The card that gave an item its result: the one on which a person answered it last or, where no person did, the machine's at the bottom.
 * A card that a person makes carries on the results of its base that they did not answer; those are as old as their own card.
 */
export function originOf<C extends CardInChain>(
  shown: C,
  cards: readonly C[],
  answers: readonly AnswerPlace[],
  itemId: string,
): C {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const answered = new Set(answers.filter((one) => one.itemId === itemId).map(({ scorecardId }) => scorecardId));
  let at = shown;
  for (let steps = cards.length; steps > 0 && !answered.has(at.id); steps -= 1) {
    const base = byId.get(at.basedOnId ?? '');
    if (!base) break;
    at = base;
  }
  return at;
}
