import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  commitmentsRoutes,
  type CommitmentFigures,
  type CommitmentHistory,
  type CommitmentList,
  type CommitmentWords,
} from '#contracts';
import { type AgentLeg } from '#calls';
import { CommitmentAnswers, qualityRefusals } from '#quality';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { answererOf } from './commitment-row.js';
import { CommitmentsQuery } from './commitments.query.js';

/** What agents promised, and what became of it. */
@Controller()
export class CommitmentsController {
  constructor(
    private readonly query: CommitmentsQuery,
    private readonly answers: CommitmentAnswers,
    private readonly access: CallAccess,
    private readonly source: DataSource,
  ) {}

  @Route(commitmentsRoutes.list)
  list({ asker, query }: Asked<typeof commitmentsRoutes.list>): Promise<CommitmentList> {
    return this.query.list(asker, query);
  }

  @Route(commitmentsRoutes.figures)
  figures({ asker }: Asked<typeof commitmentsRoutes.figures>): Promise<CommitmentFigures> {
    return this.query.figures(asker);
  }

  @Route(commitmentsRoutes.words)
  words({ asker, commitmentId }: Asked<typeof commitmentsRoutes.words>): Promise<CommitmentWords> {
    return this.query.words(asker, commitmentId);
  }

  @Route(commitmentsRoutes.history)
  history({ asker, commitmentId }: Asked<typeof commitmentsRoutes.history>): Promise<CommitmentHistory> {
    return this.query.history(asker, commitmentId);
  }

  @Route(commitmentsRoutes.answer)
  async answer({ asker, commitmentId, body }: Asked<typeof commitmentsRoutes.answer>): Promise<void> {
    const [leg]: Pick<AgentLeg, 'teamId'>[] = await this.source.query(
      `select leg.team_id as "teamId" from commitment one join leg on leg.id = one.leg_id where one.id = $1`,
      [commitmentId],
    );
    if (!leg) throw qualityRefusals.not_found();
    await this.answers.answer(commitmentId, body, (one) => {
      const { ownerPersonId, offeredToPersonId, teamId } = one;
      return answererOf(asker, { ownerPersonId, offeredToPersonId, teamIds: [teamId, leg.teamId] });
    });
  }

  @Route(commitmentsRoutes.ofCall)
  async ofCall({ asker, callId }: Asked<typeof commitmentsRoutes.ofCall>): Promise<CommitmentList> {
    const legs = await this.access.legs(asker, callId, 'commitments.read');
    return { items: await this.query.ofCall(asker, partsOf(legs)), nextCursor: null };
  }
}
