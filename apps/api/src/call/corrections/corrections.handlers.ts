import { correctionsRoutes } from '#contracts';
import { CallCorrections, CorrectionProposals, SpeakersService } from '#intake';
import { type Asker } from '#people';
import { CallAccess } from '../../reach/call-access.js';
import { implement } from '../../routes/implement.js';
import { WaitingCorrectionsQuery } from './waiting-corrections.query.js';

/** What is known of a call can be wrong: a person says so, with a reason, and what follows from it is worked out again. */
export const correctionsHandlers = implement(
  correctionsRoutes,
  [CallAccess, CallCorrections, CorrectionProposals, WaitingCorrectionsQuery, SpeakersService],
  (access, corrections, proposals, waitingCorrectionsQuery, speakers) => {
    /** What is proposed of a leg beyond the asker's reach does not exist. @throws DomainError `not_found` */
    const inReach = async (asker: Asker, proposalId: string): Promise<void> => {
      const { callId, legId } = await proposals.placeOf(proposalId);
      await access.leg(asker, callId, 'calls.correct', legId);
    };
    return {
      correct: async ({ asker, callId, body }) => {
        const { id: legId, callId: kept } = await access.leg(asker, callId, 'calls.correct', body.legId);
        return corrections.correct(asker, kept, { ...body, legId, origin: 'person' });
      },
      waiting: ({ asker, query }) => waitingCorrectionsQuery.list(asker, query.callId),
      confirm: async ({ asker, proposalId }) => {
        await inReach(asker, proposalId);
        return proposals.confirm(asker, proposalId);
      },
      refuse: async ({ asker, proposalId, body }) => {
        await inReach(asker, proposalId);
        await proposals.refuse(asker, proposalId, body.reason);
      },
      withdraw: async ({ asker, proposalId }) => {
        await inReach(asker, proposalId);
        await proposals.withdraw(asker, proposalId);
      },
      name: async ({ asker, callId, body }) => {
        const { leg } = await access.recording(asker, callId, body.recordingId, 'calls.correct');
        await speakers.name(asker, leg.callId, body);
      },
    };
  },
);
