import { disputesRoutes } from '#contracts';
import { type Asker } from '#people';
import { DisputeDecisions, DisputesService, type Decider } from '#reviews';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { DisputesQuery } from './disputes.query.js';

/** What agents contest, and what became of it. */
export const disputesHandlers = implement(
  disputesRoutes,
  [DisputesQuery, DisputesService, DisputeDecisions, CallAccess],
  (disputesQuery, disputes, decisions, access) => {
    /** @throws DomainError `not_found` where the asker decides no disputes of this leg */
    const decider = async (asker: Asker, disputeId: string): Promise<Decider> => {
      const { agent } = await disputesQuery.one(asker, disputeId);
      const by = disputesQuery.deciderOf(asker, { teamId: agent.team.teamId, personId: agent.personId });
      if (!by.decides) throw apiRefusals.not_found();
      return by;
    };
    return {
      list: ({ asker, query }) => disputesQuery.list(asker, query),
      items: ({ asker, query }) => disputesQuery.contested(asker, query.days),
      ofCall: async ({ asker, callId }) =>
        disputesQuery.ofCall(asker, partsOf(await access.legs(asker, callId, 'disputes.read'))),
      file: async ({ asker, callId, body }) => {
        const legs = await access.legs(asker, callId, 'disputes.file');
        const leg = legs.find(({ id, personId }) => id === body.legId && personId === asker.personId);
        if (!leg) throw apiRefusals.not_found();
        if (await disputesQuery.isWithheld(asker, body.legId)) throw apiRefusals.own_scoring_first();
        return disputesQuery.one(asker, await disputes.file(leg.callId, body, asker.personId));
      },
      decide: async ({ asker, disputeId, body }) => {
        await decisions.decide(disputeId, body, await decider(asker, disputeId));
        return disputesQuery.one(asker, disputeId);
      },
      escalate: async ({ asker, disputeId, body }) => {
        await disputes.escalate(disputeId, body.note ?? null, asker.personId);
        return disputesQuery.one(asker, disputeId);
      },
      close: async ({ asker, disputeId }) => {
        await disputes.close(disputeId, await decider(asker, disputeId));
        return disputesQuery.one(asker, disputeId);
      },
      withdraw: async ({ asker, disputeId }) => {
        await disputes.withdraw(disputeId, asker.personId);
        return disputesQuery.one(asker, disputeId);
      },
    };
  },
);
