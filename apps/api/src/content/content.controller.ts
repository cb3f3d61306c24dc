import { Controller } from '@nestjs/common';
import { contentRoutes, type CallAccesses, type ScorecardList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { AccessesQuery } from './accesses.query.js';
import { PeaksQuery } from './peaks.query.js';
import { Readings } from './readings.service.js';
import { ScorecardsQuery } from './scorecards.query.js';
import { TranscriptQuery } from './transcript.query.js';

@Controller()
export class ContentController {
  constructor(
    private readonly transcripts: TranscriptQuery,
    private readonly scorecards: ScorecardsQuery,
    private readonly waveforms: PeaksQuery,
    private readonly readings: Readings,
    private readonly accesses: AccessesQuery,
  ) {}

  @RawRoute(contentRoutes.transcript)
  transcript({ asker, callId, query }: Asked<typeof contentRoutes.transcript>): Promise<string> {
    return this.transcripts.view(asker, callId, query.legId);
  }

  @RawRoute(contentRoutes.read)
  read({ asker, callId, body }: Asked<typeof contentRoutes.read>): Promise<string> {
    return this.readings.read(asker, callId, body);
  }

  @Route(contentRoutes.heardBy)
  heardBy({ asker, callId, query }: Asked<typeof contentRoutes.heardBy>): Promise<CallAccesses> {
    return this.accesses.list(asker, callId, query.whose);
  }

  @Route(contentRoutes.list)
  list({ asker, callId }: Asked<typeof contentRoutes.list>): Promise<ScorecardList> {
    return this.scorecards.list(asker, callId);
  }

  @RawRoute(contentRoutes.peaks)
  peaks({ asker, callId, query: { recordingId } }: Asked<typeof contentRoutes.peaks>): Promise<Buffer> {
    return this.waveforms.peaks(asker, callId, recordingId);
  }
}
