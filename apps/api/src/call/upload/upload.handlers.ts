import { uploadRoutes } from '#contracts';
import { assertPossibleTimes, IngestService, RoomForUploads, timesOf } from '#intake';
import { Clock, ENV } from '#platform';
import { SentCalls } from '../sent/sent-calls.service.js';
import { UploadFormQuery } from './upload-form.query.js';
import { implement } from '../../routes/implement.js';
import { UploadParts } from './upload-parts.js';
import { type IncomingMessage } from 'node:http';
import { finished, type Readable } from 'node:stream';

/** An answer waits this long at most for the rest of its request. */
const LINGER_MS = 5_000;

/**
 * Reads what is left of a request and drops it, so that its sender gets to the answer: a connection that is shut while
 * bytes still come is reset, and with it goes the answer (RFC 9112 section 9.6). Ends after `lingerMs` all the same.
 */
export async function runOut(request: Readable & Pick<IncomingMessage, 'complete'>, lingerMs = LINGER_MS) {
  request.unpipe();
  request.resume();
  if (request.complete || request.destroyed) return;
  await new Promise<void>((done) => {
    const bound = setTimeout(done, lingerMs);
    finished(request, { writable: false }, () => {
      clearTimeout(bound);
      done();
    });
  });
}

export const uploadHandlers = implement(
  uploadRoutes,
  [IngestService, SentCalls, RoomForUploads, ENV, Clock, UploadFormQuery],
  (ingest, sent, room, env, clock, forms) => ({
    form: ({ asker, query: { q } }) => forms.form(asker, q),
    upload: async ({ asker, request, reply }) => {
      const limitBytes = env.maxUploadBytes;
      try {
        await room.assert(Number(request.headers['content-length']));
        const parts = new UploadParts(request, limitBytes);
        const metadata = await parts.metadata();
        assertPossibleTimes(timesOf(metadata), clock.now(), env.clockSkewMs);
        const result = await ingest.take({
          metadata,
          asker,
          limitBytes,
          audio: async () => {
            const part = await parts.audio();
            return { bytes: part.file, truncated: () => part.file.truncated };
          },
          transcript: () => parts.transcript(),
        });
        await sent.note(asker, result.callId);
        void reply.status(result.duplicate ? 200 : 201);
        return result;
      } finally {
        await runOut(request.raw);
      }
    },
  }),
);
