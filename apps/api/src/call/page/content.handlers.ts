import { contentRoutes } from '#contracts';
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
