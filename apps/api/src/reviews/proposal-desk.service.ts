import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ProposalLook } from '#contracts';
import { type Asker } from '#people';
import { ModelAgreement, Scorecard } from '#quality';
import { WithheldResults } from '#reviews';
import { ProposalSight } from '../call/scorecards/proposal-sight.js';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';

/** Lets people who judge look at what a language model proposes, and remembers that they did. */
@Injectable()
export class ProposalDesk {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly sight: ProposalSight,
    private readonly agreement: ModelAgreement,
    private readonly withheld: WithheldResults,
  ) {}

  /** @throws DomainError `not_found` where there is no such proposal, or it is not theirs to see */
  async look(asker: Asker, callId: string, look: ProposalLook): Promise<void> {
    const legs = await this.access.legs(asker, callId, 'scorecards.judge');
    const leg = legs.find(({ id }) => id === look.legId);
    const withheld = await this.withheld.of(asker);
    if (!leg || withheld.includes(leg.id) || !(await this.sight.judges(asker, leg))) throw apiRefusals.not_found();
    const { legId, checklistId, itemId } = look;
    const cards = await this.source.manager.findBy(Scorecard, { legId, checklistId });
    const isThere = cards.some(({ items }) =>
      items.some((item) => item.itemId === itemId && item.proposal?.state === 'proposed'),
    );
    if (!isThere) throw apiRefusals.not_found();
    await this.agreement.look({ legId, checklistId, itemId }, asker.personId);
  }
}
