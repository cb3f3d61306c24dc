import { Controller, Inject } from '@nestjs/common';
import { uploadRoutes, type UploadForm, type UploadResult } from '#contracts';
import { assertPossibleTimes, IngestService, RoomForUploads, timesOf } from '#intake';
import { Clock, ENV, type Env } from '#platform';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SentCalls } from '../sent-calls/sent-calls.service.js';
import { UploadFormQuery } from '../upload-form/upload-form.query.js';
import { runOut } from './run-out.js';
import { UploadParts } from './upload-parts.js';

@Controller()
export class UploadController {
  constructor(
    private readonly ingest: IngestService,
    private readonly sent: SentCalls,
    private readonly room: RoomForUploads,
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly forms: UploadFormQuery,
  ) {}

  @Route(uploadRoutes.form)
  form({ asker, query: { q } }: Asked<typeof uploadRoutes.form>): Promise<UploadForm> {
    return this.forms.form(asker, q);
  }

  @Route(uploadRoutes.upload)
  async upload({ asker, request, reply }: Asked<typeof uploadRoutes.upload>): Promise<UploadResult> {
    const limitBytes = this.env.maxUploadBytes;
    try {
      await this.room.assert(Number(request.headers['content-length']));
      const parts = new UploadParts(request, limitBytes);
      const metadata = await parts.metadata();
      assertPossibleTimes(timesOf(metadata), this.clock.now(), this.env.clockSkewMs);
      const result = await this.ingest.take({
        metadata,
        asker,
        limitBytes,
        audio: async () => {
          const part = await parts.audio();
          return { bytes: part.file, truncated: () => part.file.truncated };
        },
        transcript: () => parts.transcript(),
      });
      await this.sent.note(asker, result.callId);
      void reply.status(result.duplicate ? 200 : 201);
      return result;
    } finally {
      await runOut(request.raw);
    }
  }
}
