import { StreamableFile } from '@nestjs/common';
import { playsRoutes, measuresRoutes } from '#contracts';
import { PlayService } from '#legal';
import { implement } from '../../routes/implement.js';
import { AudioService } from './audio.service.js';
import { cutOffWhenOver } from './liveness-watch.js';
import { PlaybackService } from './playback.service.js';
import { MeasuresQuery } from './measures.query.js';

export const measuresHandlers = implement(measuresRoutes, [MeasuresQuery], (measures) => ({
  of: ({ asker, callId }) => measures.of(asker, callId),
}));

export const playsHandlers = implement(
  playsRoutes,
  [PlaybackService, AudioService, PlayService],
  (playback, audio, plays) => ({
    open: ({ asker, callId, body }) => playback.open(asker, callId, body),
    stream: async ({ asker, callId, query: { play: playId, at }, request, reply }) => {
      const gone = new AbortController();
      const { range } = request.headers;
      // The connection serves many ranges; this answer is the one that ends.
      reply.raw.once('close', () => gone.abort());
      const asked = { asker, callId, playId, range, playheadMs: at ?? null, signal: gone.signal };
      const answer = await audio.answer(asked);
      void reply.header('accept-ranges', 'bytes');
      if (answer.kind === 'unsatisfiable') {
        void reply.code(416).header('content-range', `bytes */${answer.size}`);
        return undefined;
      }
      const { from, to, size, mimeType: type, bytes } = answer;
      cutOffWhenOver(reply.raw, () => plays.isLive(playId));
      void reply.header('content-range', `bytes ${from}-${to - 1}/${size}`);
      return new StreamableFile(bytes, { type, length: to - from });
    },
    heard: ({ asker, playId, body }) => playback.heard(asker, playId, body.intervals),
    close: ({ asker, playId }) => playback.close(asker, playId),
  }),
);
