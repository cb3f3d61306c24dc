import { Controller } from '@nestjs/common';
import { correctionsRoutes, type CorrectionResult } from '#contracts';
import { CallAccess } from '../reach/call-access.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CallCorrections } from './call-corrections.service.js';
import { SpeakersService } from './speakers.service.js';

/** What is known of a call can be wrong: a person says so, with a reason, and what follows from it is worked out again. */
@Controller()
export class CorrectionsController {
  constructor(
    private readonly access: CallAccess,
    private readonly corrections: CallCorrections,
    private readonly speakers: SpeakersService,
  ) {}

  @Route(correctionsRoutes.correct)
  async correct({ asker, callId, body }: Asked<typeof correctionsRoutes.correct>): Promise<CorrectionResult> {
    await this.access.legs(asker, callId, 'calls.correct');
    return this.corrections.correct(asker, callId, { ...body, origin: 'person' });
  }

  @Route(correctionsRoutes.name)
  async name({ asker, callId, body }: Asked<typeof correctionsRoutes.name>): Promise<void> {
    await this.access.recording(asker, callId, body.recordingId, 'calls.correct');
    await this.speakers.name(asker, callId, body);
  }
}
