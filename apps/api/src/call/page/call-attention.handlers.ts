import { callAttentionRoutes, contentRoutes } from '#contracts';
import { CallAttentionService } from '#calls';
import { workableSubjects } from '#recordings';
import { CallAccess, partsOf } from '../../reach/call-access.js';
import { implement, JsonText } from '../../routes/implement.js';
import { AccessesQuery } from './accesses.query.js';
import { PeaksQuery } from '../audio/peaks.query.js';
import { Readings } from '../words/readings.service.js';
import { ScorecardsQuery } from '../scorecards/scorecards.query.js';
import { TranscriptQuery } from '../words/transcript.query.js';

export const contentHandlers = implement(
  contentRoutes,
  [TranscriptQuery, ScorecardsQuery, PeaksQuery, Readings, AccessesQuery],
  (transcripts, scorecards, waveforms, readings, accesses) => ({
    transcript: async ({ asker, callId, query }) => new JsonText(await transcripts.view(asker, callId, query.legId)),
    read: async ({ asker, callId, body }) => new JsonText(await readings.read(asker, callId, body)),
    heardBy: ({ asker, callId, query }) => accesses.list(asker, callId, query.whose),
    list: ({ asker, callId }) => scorecards.list(asker, callId),
    peaks: async ({ asker, callId, query: { recordingId } }) =>
      new JsonText(await waveforms.peaks(asker, callId, recordingId)),
  }),
);

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
