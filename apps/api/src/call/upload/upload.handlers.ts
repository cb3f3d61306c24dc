import { uploadRoutes } from '#contracts';
import { assertPossibleTimes, IngestService, RoomForUploads, timesOf } from '#intake';
import { Clock, ENV } from '#platform';
import { SentCalls } from '../sent/sent-calls.service.js';
import { UploadFormQuery } from './upload-form.query.js';
import { implement } from '../../routes/implement.js';
import { runOut } from './run-out.js';
import { UploadParts } from './upload-parts.js';

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
