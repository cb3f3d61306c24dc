import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { uploadResultSchema, type UploadResult } from '#contracts';
import { type Asker } from '#people';
import { Clock, ENV, type Env } from '#platform';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { SentCalls } from '../sent-calls/sent-calls.service.js';
import { IngestService } from './ingest.service.js';
import { assertPossibleTimes, timesOf } from './possible-times.js';
import { UPLOAD_BODY } from './upload-body.js';
import { RoomForUploads } from './room-for-uploads.js';
import { UploadParts } from './upload-parts.js';
import { runOut } from './upload-stream.js';

class UploadResultDto extends createZodDto(uploadResultSchema) {}

@ApiTags('calls')
@Controller('api/v1/calls')
export class UploadController {
  constructor(
    private readonly ingest: IngestService,
    private readonly sent: SentCalls,
    private readonly room: RoomForUploads,
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Takes a call in',
    description:
      '`metadata` (JSON) first, then `audio`, optionally `transcript`. 201 for a new call, recorded or held back by the consent gate; 200 when the same bytes had been taken before.',
  })
  @Post()
  @Access({ permission: 'calls.ingest' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_BODY })
  @ZodResponse({ status: 201, type: UploadResultDto })
  @ApiOkResponse({
    type: UploadResultDto.Output,
    description: 'The same bytes had been taken before: the same ids. `resent` says what the metadata says otherwise.',
  })
  @ApiProblem(409, 'It contradicts what is known: other bytes, another agent, or a call that was held back.')
  @ApiProblem(410, 'The recording was destroyed by rule; its certificate is named.')
  @ApiProblem(413, 'The recording, its sound or its words are over a limit.')
  @ApiProblem(415, 'The body is not multipart/form-data, or the file is no recording that is taken.')
  async upload(
    @CurrentAsker() asker: Asker,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadResult> {
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
