import { DataSource } from 'typeorm';
import { commitmentsRoutes } from '#contracts';
import { type AgentLeg } from '#calls';
import { CommitmentAnswers, commitmentsRefusals } from '#commitments';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { implement } from '../routes/implement.js';
import { answererOf } from './commitment-row.js';
import { CommitmentsQuery } from './commitments.query.js';

/** What agents promised, and what became of it. */
export const commitmentsHandlers = implement(
  commitmentsRoutes,
  [CommitmentsQuery, CommitmentAnswers, CallAccess, DataSource],
  (commitmentsQuery, answers, access, source) => ({
    list: ({ asker, query }) => commitmentsQuery.list(asker, query),
    figures: ({ asker }) => commitmentsQuery.figures(asker),
    words: ({ asker, commitmentId }) => commitmentsQuery.words(asker, commitmentId),
    history: ({ asker, commitmentId }) => commitmentsQuery.history(asker, commitmentId),
    answer: async ({ asker, commitmentId, body }) => {
      const [leg]: Pick<AgentLeg, 'teamId'>[] = await source.query(
        `select leg.team_id as "teamId" from commitment one join leg on leg.id = one.leg_id where one.id = $1`,
        [commitmentId],
      );
      if (!leg) throw commitmentsRefusals.not_found();
      await answers.answer(commitmentId, body, (one) => {
        const { ownerPersonId, offeredToPersonId, teamId } = one;
        return answererOf(asker, { ownerPersonId, offeredToPersonId, teamIds: [teamId, leg.teamId] });
      });
    },
    ofCall: async ({ asker, callId }) => {
      const legs = await access.legs(asker, callId, 'commitments.read');
      return { items: await commitmentsQuery.ofCall(asker, partsOf(legs)), nextCursor: null };
    },
  }),
);
