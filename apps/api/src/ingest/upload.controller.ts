import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { uploadResultSchema, type UploadResult } from '#contracts';
import { type Asker } from '#people';
import { ENV, type Env } from '#platform';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { SentCalls } from '../sent-calls/sent-calls.service.js';
import { IngestService } from './ingest.service.js';
import { UploadParts } from './upload-parts.js';

class UploadResultDto extends createZodDto(uploadResultSchema) {}

const UPLOAD_BODY = {
  type: 'object' as const,
  required: ['metadata', 'audio'],
  properties: {
    metadata: {
      type: 'string' as const,
      description: 'JSON; must be the first part. See docs/how-to/upload-a-call.md.',
    },
    audio: {
      type: 'string' as const,
      format: 'binary',
      description:
        'WAV (PCM, G.711, GSM), MP3, Ogg (Opus, Vorbis), FLAC, AMR, AAC or M4A, told apart by content; one or two channels, 12 hours.',
    },
    transcript: {
      type: 'string' as const,
      format: 'binary',
      description: 'Words that came with the call: our JSON, Whisper verbose JSON, WebVTT or SubRip.',
    },
  },
};

@ApiTags('calls')
@Controller('api/v1/calls')
export class UploadController {
  constructor(
    private readonly ingest: IngestService,
    private readonly sent: SentCalls,
    @Inject(ENV) private readonly env: Env,
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
  async upload(
    @CurrentAsker() asker: Asker,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadResult> {
    const limitBytes = this.env.maxUploadBytes;
    try {
      const parts = new UploadParts(request, limitBytes);
      const metadata = await parts.metadata();
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
      // Whatever was not read runs out into nothing, so that the caller gets its answer and the connection stays usable.
      request.raw.unpipe();
      request.raw.resume();
    }
  }
}
