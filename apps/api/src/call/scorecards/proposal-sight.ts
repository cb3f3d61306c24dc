import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Leg } from '#calls';
import { countsAs, reaches, scopeOf, type Asker } from '#people';
import { ModelAgreement, type Scorecard } from '#quality';

/** What a person may see of a card's proposals: those of its items that they looked at or that a person has answered; null: they do not judge it. */
export type SeenProposals = ReadonlySet<string> | null;

/**
 * Who sees what a language model proposes. While it moves nothing, people who judge see it, and agents do not see it of their own calls; they
 * see that there is something, and look by a deed of their own, so that what they answer without it says how good the model is.
 */
@Injectable()
export class ProposalSight {
  constructor(
    private readonly source: DataSource,
    private readonly agreement: ModelAgreement,
  ) {}

  /** Whether a person judges calls of this leg, and this call is not one that they took, nor the person for whom they act. */
  async judges(asker: Asker, leg: Leg): Promise<boolean> {
    if (!reaches(scopeOf('scorecards.judge', asker.held, asker.personId), leg)) return false;
    return !(await this.source.manager.existsBy(Leg, { callId: leg.callId, personId: In(countsAs(asker)) }));
  }

  /** By the ids of the cards. */
  async of(asker: Asker, legs: readonly Leg[], cards: readonly Scorecard[]): Promise<Map<string, SeenProposals>> {
    const judged = new Map<string, boolean>();
    for (const leg of legs) judged.set(leg.id, await this.judges(asker, leg));
    const seen = new Map<string, SeenProposals>();
    for (const card of cards) {
      if (!card.items.some(({ proposal }) => proposal)) continue;
      const may = judged.get(card.legId) ?? false;
      seen.set(card.id, may ? await this.agreement.seenBy(this.source.manager, card, asker.personId) : null);
    }
    return seen;
  }
}
