import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { heardRequestSchema, openPlayRequestSchema, playSchema, type Play } from '#contracts';
import { PlayService } from '#legal';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { AudioService } from './audio.service.js';
import { cutOffWhenOver } from './liveness-watch.js';
import { PlaybackService } from './playback.service.js';

class OpenPlayDto extends createZodDto(openPlayRequestSchema) {}
class PlayDto extends createZodDto(playSchema) {}
class HeardDto extends createZodDto(heardRequestSchema) {}
class AudioQueryDto extends createZodDto(
  z.object({
    play: z.uuid(),
    /** Where the player's playhead stands, milliseconds: a jump to just past what was sent can go on. */
    at: z.coerce.number().int().nonnegative().optional(),
  }),
) {}

@ApiTags('playback')
@Controller('api/v1')
export class PlaysController {
  constructor(
    private readonly playback: PlaybackService,
    private readonly audio: AudioService,
    private readonly plays: PlayService,
  ) {}

  @ApiOperation({ summary: 'Opens a playback, bound to this session and to a live grant' })
  @Post('calls/:callId/plays')
  @Access({ permission: 'audio.play' })
  @ZodResponse({ status: 201, type: PlayDto })
  @ApiProblem(409, 'The recording is not sealed yet, or is damaged.')
  open(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Body() body: OpenPlayDto,
  ): Promise<Play> {
    return this.playback.open(asker, callId, body);
  }

  @ApiOperation({
    summary: 'A range of the recording within a play',
    description: 'The part may be shorter than asked for: at most ten seconds past what was heard.',
  })
  @Get('calls/:callId/audio')
  @Access({ permission: 'audio.play' })
  @ApiHeader({ name: 'Range', required: true, description: 'One byte range, RFC 9110 §14.1.2.' })
  @ApiProduces('audio/ogg')
  @ApiResponse({
    status: 206,
    description: 'The part that may be heard now.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiResponse({ status: 416, description: 'Nothing of the recording lies in the range.' })
  async stream(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Query() { play: playId, at }: AudioQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    const { range } = request.headers;
    // The connection serves many ranges; this answer is the one that ends.
    reply.raw.once('close', () => gone.abort());
    const answer = await this.audio.answer({
      asker,
      callId,
      playId,
      range,
      playheadMs: at ?? null,
      signal: gone.signal,
    });
    void reply.header('accept-ranges', 'bytes');
    if (answer.kind === 'unsatisfiable') {
      return void reply.code(416).header('content-range', `bytes */${answer.size}`).send();
    }
    const { from, to, size, mimeType, bytes } = answer;
    cutOffWhenOver(reply.raw, () => this.plays.isLive(playId));
    void reply
      .code(206)
      .header('content-type', mimeType)
      .header('content-range', `bytes ${from}-${to - 1}/${size}`)
      .header('content-length', to - from)
      .send(Readable.from(bytes));
  }

  @ApiOperation({
    summary: 'Takes what the player says was heard since it last said so',
    description: '`play_ended` tells it to stop.',
  })
  @Post('plays/:playId/heard')
  @Access({ permission: 'audio.play' })
  @NoContent()
  heard(@CurrentAsker() asker: Asker, @Param('playId', IdPipe) playId: string, @Body() body: HeardDto): Promise<void> {
    return this.playback.heard(asker, playId, body.intervals);
  }

  @ApiOperation({ summary: 'Ends a playback' })
  @Delete('plays/:playId')
  @Access({ permission: 'audio.play' })
  @NoContent()
  close(@CurrentAsker() asker: Asker, @Param('playId', IdPipe) playId: string): Promise<void> {
    return this.playback.close(asker, playId);
  }
}
