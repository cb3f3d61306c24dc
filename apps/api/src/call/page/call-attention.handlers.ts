import { callAttentionRoutes } from '#contracts';
import { CallAttentionService } from '#calls';
import { workableSubjects } from '#recordings';
import { CallAccess, partsOf } from '../../reach/call-access.js';
import { implement } from '../../routes/implement.js';

/** What a person does about one call that needs attention. */
export const callAttentionHandlers = implement(
  callAttentionRoutes,
  [CallAccess, CallAttentionService],
  (access, attention) => ({
    retry: async ({ asker, callId }) => {
      const legs = await access.legs(asker, callId, 'calls.retry');
      await attention.retry(partsOf(legs), asker.personId, workableSubjects);
    },
    giveUp: async ({ asker, callId, body: why }) => {
      const legs = await access.legs(asker, callId, 'calls.give_up');
      await attention.giveUp(partsOf(legs), why, asker.personId);
    },
  }),
);
