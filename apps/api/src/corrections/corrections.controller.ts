import { Controller } from '@nestjs/common';
import { correctionsRoutes, type CorrectionResult, type WaitingCorrections } from '#contracts';
import { CallCorrections, CorrectionProposals, SpeakersService } from '#intake';
import { type Asker } from '#people';
import { CallAccess } from '../reach/call-access.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { WaitingCorrectionsQuery } from './waiting-corrections.query.js';

/** What is known of a call can be wrong: a person says so, with a reason, and what follows from it is worked out again. */
@Controller()
export class CorrectionsController {
  constructor(
    private readonly access: CallAccess,
    private readonly corrections: CallCorrections,
    private readonly proposals: CorrectionProposals,
    private readonly query: WaitingCorrectionsQuery,
    private readonly speakers: SpeakersService,
  ) {}

  @Route(correctionsRoutes.correct)
  async correct({ asker, callId, body }: Asked<typeof correctionsRoutes.correct>): Promise<CorrectionResult> {
    const { id: legId, callId: kept } = await this.access.leg(asker, callId, 'calls.correct', body.legId);
    return this.corrections.correct(asker, kept, { ...body, legId, origin: 'person' });
  }

  @Route(correctionsRoutes.waiting)
  waiting({ asker, query }: Asked<typeof correctionsRoutes.waiting>): Promise<WaitingCorrections> {
    return this.query.list(asker, query.callId);
  }

  @Route(correctionsRoutes.confirm)
  async confirm({ asker, proposalId }: Asked<typeof correctionsRoutes.confirm>): Promise<CorrectionResult> {
    await this.inReach(asker, proposalId);
    return this.proposals.confirm(asker, proposalId);
  }

  @Route(correctionsRoutes.refuse)
  async refuse({ asker, proposalId, body }: Asked<typeof correctionsRoutes.refuse>): Promise<void> {
    await this.inReach(asker, proposalId);
    await this.proposals.refuse(asker, proposalId, body.reason);
  }

  @Route(correctionsRoutes.withdraw)
  async withdraw({ asker, proposalId }: Asked<typeof correctionsRoutes.withdraw>): Promise<void> {
    await this.inReach(asker, proposalId);
    await this.proposals.withdraw(asker, proposalId);
  }

  /** What is proposed of a leg beyond the asker's reach does not exist. @throws DomainError `not_found` */
  private async inReach(asker: Asker, proposalId: string): Promise<void> {
    const { callId, legId } = await this.proposals.placeOf(proposalId);
    await this.access.leg(asker, callId, 'calls.correct', legId);
  }

  @Route(correctionsRoutes.name)
  async name({ asker, callId, body }: Asked<typeof correctionsRoutes.name>): Promise<void> {
    const { leg } = await this.access.recording(asker, callId, body.recordingId, 'calls.correct');
    await this.speakers.name(asker, leg.callId, body);
  }
}
