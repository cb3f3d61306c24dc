import { Controller } from '@nestjs/common';
import { commentsRoutes, type CallComments, type MadeComment, type Mentionable } from '#contracts';
import { type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { LegComments, type OwnComment } from '#quality';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CommentsQuery } from './comments.query.js';

/** What people remark at a second of a call. */
@Controller()
export class CommentsController {
  constructor(
    private readonly query: CommentsQuery,
    private readonly comments: LegComments,
    private readonly access: CallAccess,
    private readonly grants: GrantService,
  ) {}

  @Route(commentsRoutes.list)
  list({ asker, callId }: Asked<typeof commentsRoutes.list>): Promise<CallComments> {
    return this.query.list(asker, callId);
  }

  @Route(commentsRoutes.mentionable)
  async mentionable({ asker, callId, query }: Asked<typeof commentsRoutes.mentionable>): Promise<Mentionable> {
    const legs = await this.access.legs(asker, callId, 'scorecards.judge');
    if (!legs.some(({ id }) => id === query.legId)) throw apiRefusals.not_found();
    return { people: await this.comments.mentionable(query.legId, asker.personId, query.letters) };
  }

  @Route(commentsRoutes.make)
  async make({ asker, callId, body }: Asked<typeof commentsRoutes.make>): Promise<MadeComment> {
    const leg = await this.hears(asker, callId, body.legId);
    return { commentId: await this.comments.make({ ...body, callId: leg.callId }, asker.personId) };
  }

  @Route(commentsRoutes.edit)
  async edit({ asker, callId, commentId, body }: Asked<typeof commentsRoutes.edit>): Promise<void> {
    await this.comments.edit(await this.own(asker, callId, commentId), body);
  }

  @Route(commentsRoutes.withdraw)
  async withdraw({ asker, callId, commentId }: Asked<typeof commentsRoutes.withdraw>): Promise<void> {
    await this.comments.withdraw(await this.own(asker, callId, commentId));
  }

  private async own(asker: Asker, callId: string, commentId: string): Promise<OwnComment> {
    const legs = await this.access.legs(asker, callId, 'scorecards.judge');
    return { commentId, personId: asker.personId, legIds: legs.map(({ id }) => id) };
  }

  /** A second is remarked by a person who may hear it. @throws DomainError `not_found`, `no_grant` */
  private async hears(asker: Asker, callId: string, legId: string): Promise<Leg> {
    const leg = (await this.access.legs(asker, callId, 'scorecards.judge')).find(({ id }) => id === legId);
    if (!leg) throw apiRefusals.not_found();
    const hears = reaches(scopeOf('audio.play', asker.held, asker.personId), leg);
    if (!hears || !(await this.grants.liveGrant(asker, leg, 'listen')).allowed) throw apiRefusals.no_grant();
    return leg;
  }
}
