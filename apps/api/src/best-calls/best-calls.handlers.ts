import { BestCalls, coachingRefusals } from '#coaching';
import { bestCallsRoutes } from '#contracts';
import { CoachedPeople } from '../coaching/coached-person.js';
import { implement } from '../routes/implement.js';
import { BestCallPlays } from './best-call-plays.service.js';
import { BestCallSound } from './best-call-sound.js';
import { BestCallWords } from './best-call-words.js';
import { BestCallsQuery } from './best-calls.query.js';

/** Best calls: nominated, agreed to, published by a second person, heard. */
export const bestCallsHandlers = implement(
  bestCallsRoutes,
  [BestCallsQuery, CoachedPeople, BestCalls, BestCallSound, BestCallPlays, BestCallWords],
  (bestCallsQuery, people, bestCalls, sound, plays, cut) => ({
    list: ({ asker, query }) => bestCallsQuery.list(asker, query),
    nominate: async ({ asker, body }) => {
      const [{ callId } = body] = await people.reached(asker, [body], 'best_calls.manage');
      return bestCallsQuery.one(asker, await bestCalls.nominate({ ...body, callId }, asker.personId));
    },
    agree: async ({ asker, bestCallId }) => {
      await bestCallsQuery.assertMay(asker, bestCallId, 'agent');
      await bestCalls.agree(bestCallId, asker.personId);
      return bestCallsQuery.one(asker, bestCallId);
    },
    decline: async ({ asker, bestCallId }) => {
      const { agreedAt } = await bestCallsQuery.assertMay(asker, bestCallId, 'agent');
      await bestCalls.end(bestCallId, agreedAt ? 'agreement_taken_back' : 'declined', asker.personId);
      return bestCallsQuery.one(asker, bestCallId);
    },
    publish: async ({ asker, bestCallId }) => {
      const { recordingId } = await bestCallsQuery.assertMay(asker, bestCallId, 'manager');
      if (await sound.hindrance(recordingId)) throw coachingRefusals.best_call_hindered();
      await bestCalls.publish(bestCallId, asker.personId);
      return bestCallsQuery.one(asker, bestCallId);
    },
    withdraw: async ({ asker, bestCallId, body }) => {
      await bestCallsQuery.assertMay(asker, bestCallId, 'manager');
      await bestCalls.end(bestCallId, 'withdrawn', asker.personId, body.reason);
      return bestCallsQuery.one(asker, bestCallId);
    },
    words: async ({ asker, bestCallId }) => {
      await bestCallsQuery.one(asker, bestCallId);
      return cut.of(asker, bestCallId);
    },
    play: async ({ asker, bestCallId }) => {
      await bestCallsQuery.one(asker, bestCallId);
      return plays.open(asker, bestCallId);
    },
  }),
);
