import { Controller, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { playsRoutes, type Play } from '#contracts';
import { PlayService } from '#legal';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { AudioService } from './audio.service.js';
import { cutOffWhenOver } from './liveness-watch.js';
import { PlaybackService } from './playback.service.js';

@Controller()
export class PlaysController {
  constructor(
    private readonly playback: PlaybackService,
    private readonly audio: AudioService,
    private readonly plays: PlayService,
  ) {}

  @Route(playsRoutes.open)
  open({ asker, callId, body }: Asked<typeof playsRoutes.open>): Promise<Play> {
    return this.playback.open(asker, callId, body);
  }

  @RawRoute(playsRoutes.stream)
  async stream(
    { asker, callId, query: { play: playId, at }, request }: Asked<typeof playsRoutes.stream>,
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
      .send(bytes);
  }

  @Route(playsRoutes.heard)
  heard({ asker, playId, body }: Asked<typeof playsRoutes.heard>): Promise<void> {
    return this.playback.heard(asker, playId, body.intervals);
  }

  @Route(playsRoutes.close)
  close({ asker, playId }: Asked<typeof playsRoutes.close>): Promise<void> {
    return this.playback.close(asker, playId);
  }
}
