import { wordsRoutes } from '#contracts';
import { HearAgain } from '#transcripts';
import { CallAccess, partsOf } from '../../reach/call-access.js';
import { implement, JsonText } from '../../routes/implement.js';
import { WordsCorrections } from './words-corrections.service.js';
import { WordsVersionsQuery } from './words-versions.query.js';

/** What happens to a call's words after they were there first. */
export const wordsHandlers = implement(
  wordsRoutes,
  [CallAccess, WordsVersionsQuery, WordsCorrections, HearAgain],
  (access, versions, corrections, hearing) => ({
    list: ({ asker, callId }) => versions.list(asker, callId),
    one: async ({ asker, callId, transcriptId }) => new JsonText(await versions.one(asker, callId, transcriptId)),
    correct: ({ asker, callId, body }) => corrections.correct(asker, callId, body),
    rehear: async ({ asker, callId }) => {
      const legs = await access.legs(asker, callId, 'transcripts.rehear');
      const legIds = legs.map(({ id }) => id);
      await hearing.ask({ callIds: partsOf(legs), legIds }, asker.personId);
    },
  }),
);
