import { DataSource } from 'typeorm';
import { agentLeg } from '#calls';
import { reviewsRoutes } from '#contracts';
import { AcknowledgeReview } from '#reviews';
import { RescoreService, Scorecard } from '#quality';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { AcknowledgementsQuery } from './acknowledgements.query.js';
import { ProposalDesk } from './proposal-desk.service.js';
import { ReviewDesk } from './review-desk.service.js';
import { WaitingQuery } from './waiting.query.js';

/** What people judge: items that wait, and scores that they correct. */
export const reviewsHandlers = implement(
  reviewsRoutes,
  [
    WaitingQuery,
    ReviewDesk,
    ProposalDesk,
    AcknowledgementsQuery,
    AcknowledgeReview,
    CallAccess,
    RescoreService,
    DataSource,
  ],
  (waiting, desk, proposals, acknowledgements, acknowledging, access, rescoring, source) => ({
    list: ({ asker, query }) => waiting.list(asker, query),
    whole: ({ asker, query }) => waiting.wholeCalls(asker, query),
    next: ({ asker, query }) => waiting.next(asker, query),
    claim: ({ asker, waitingId }) => desk.claim(asker, waitingId),
    release: ({ asker, waitingId }) => desk.release(asker, waitingId),
    preview: ({ asker, callId, body: review }) => desk.preview(asker, callId, review),
    publish: ({ asker, callId, body: review }) => desk.publish(asker, callId, review),
    retract: ({ asker, callId, scorecardId, body }) => desk.retract(asker, callId, scorecardId, body),
    look: ({ asker, callId, body: look }) => proposals.look(asker, callId, look),
    /** Agents say that they have read reviews of their calls. */
    acknowledgements: ({ asker, query }) => acknowledgements.list(asker, query),
    acknowledge: async ({ asker, callId, scorecardId, body }) => {
      const legs = await access.legs(asker, callId, 'scorecards.read');
      const card = await source.manager.findOneBy(Scorecard, { id: scorecardId });
      const leg = legs.find(({ id }) => id === card?.legId);
      if (!leg) throw apiRefusals.not_found();
      const by = { personId: asker.personId, agentPersonId: agentLeg(leg).personId, note: body.note ?? null };
      await acknowledging.acknowledge({ legId: leg.id, scorecardId }, by);
    },
    rescore: async ({ asker, callId }) => {
      const legs = await access.legs(asker, callId, 'scorecards.rescore');
      const legIds = legs.map(({ id }) => id);
      await rescoring.ask({ callIds: partsOf(legs), legIds }, asker.personId);
    },
  }),
);
