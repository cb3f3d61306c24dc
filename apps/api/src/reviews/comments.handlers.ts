import { commentsRoutes } from '#contracts';
import { type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { LegComments, type OwnComment } from '#reviews';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { CommentsQuery } from './comments.query.js';

/** What people remark at a second of a call. */
export const commentsHandlers = implement(
  commentsRoutes,
  [CommentsQuery, LegComments, CallAccess, GrantService],
  (commentsQuery, comments, access, grants) => {
    const own = async (asker: Asker, callId: string, commentId: string): Promise<OwnComment> => {
      const legs = await access.legs(asker, callId, 'scorecards.judge');
      return { commentId, personId: asker.personId, legIds: legs.map(({ id }) => id) };
    };
    /** A second is remarked by a person who may hear it. @throws DomainError `not_found`, `no_grant` */
    const hears = async (asker: Asker, callId: string, legId: string): Promise<Leg> => {
      const leg = (await access.legs(asker, callId, 'scorecards.judge')).find(({ id }) => id === legId);
      if (!leg) throw apiRefusals.not_found();
      const hears = reaches(scopeOf('audio.play', asker.held, asker.personId), leg);
      if (!hears || !(await grants.liveGrant(asker, leg, 'listen')).allowed) throw apiRefusals.no_grant();
      return leg;
    };
    return {
      list: ({ asker, callId }) => commentsQuery.list(asker, callId),
      mentionable: async ({ asker, callId, query }) => {
        const legs = await access.legs(asker, callId, 'scorecards.judge');
        if (!legs.some(({ id }) => id === query.legId)) throw apiRefusals.not_found();
        return { people: await comments.mentionable(query.legId, asker.personId, query.letters) };
      },
      make: async ({ asker, callId, body }) => {
        const leg = await hears(asker, callId, body.legId);
        return { commentId: await comments.make({ ...body, callId: leg.callId }, asker.personId) };
      },
      edit: async ({ asker, callId, commentId, body }) => comments.edit(await own(asker, callId, commentId), body),
      withdraw: async ({ asker, callId, commentId }) => comments.withdraw(await own(asker, callId, commentId)),
    };
  },
);
