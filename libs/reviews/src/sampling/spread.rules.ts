import { type Language } from '#contracts';
import { ticketOf } from './draw.rules.js';

/** A drawn leg as far as it matters who judges it. */
export interface ToAssign {
  readonly legId: string;
  /** null where it is not known: then any reviewer can tell. */
  readonly language: Language | null;
  /** Everyone who took a leg of the call. */
  readonly tookPart: readonly string[];
}

export interface AvailableReviewer {
  readonly personId: string;
  readonly languages: readonly Language[];
  /** What this person has to judge already. */
  readonly load: number;
  /** How many more of this draw they are given; Infinity where the plan does not count by reviewers. */
  readonly room: number;
  /** Whether their rights reach this leg. */
  readonly reaches: (legId: string) => boolean;
}

/**
 * Who judges which leg: of those who may, speak the language and took no part in the call, the one with the least to do; of equals the one with
 * the lower ticket. A leg that none of them may judge, or has room for, is left to those who take it.
 * @returns by leg; one without a reviewer is not in it
 */
export function spread(
  legs: readonly ToAssign[],
  reviewers: readonly AvailableReviewer[],
  seed: string,
): Map<string, string> {
  const load = new Map(reviewers.map((one) => [one.personId, one.load]));
  const room = new Map(reviewers.map((one) => [one.personId, one.room]));
  const ticket = new Map(reviewers.map(({ personId }) => [personId, ticketOf(seed, personId)]));
  const assigned = new Map<string, string>();
  // The legs that few can judge come first, so that the others still even out what these took.
  const able = legs.map((leg) => ({ leg, by: reviewers.filter((one) => canJudge(one, leg)) }));
  for (const { leg, by } of able.sort((a, b) => a.by.length - b.by.length || (a.leg.legId < b.leg.legId ? -1 : 1))) {
    const [chosen] = by
      .filter(({ personId }) => room.get(personId)! > 0)
      .sort(
        (a, b) =>
          load.get(a.personId)! - load.get(b.personId)! || (ticket.get(a.personId)! < ticket.get(b.personId)! ? -1 : 1),
      );
    if (!chosen) continue;
    assigned.set(leg.legId, chosen.personId);
    load.set(chosen.personId, load.get(chosen.personId)! + 1);
    room.set(chosen.personId, room.get(chosen.personId)! - 1);
  }
  return assigned;
}

const canJudge = ({ personId, languages, reaches }: AvailableReviewer, leg: ToAssign): boolean =>
  (leg.language === null || languages.includes(leg.language)) && !leg.tookPart.includes(personId) && reaches(leg.legId);
