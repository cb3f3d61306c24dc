import { Controller } from '@nestjs/common';
import { phraseTrialsRoutes, type DrawnCalls, type PhrasePieceAnswer, type ShownPhrases } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { PhraseTrials } from './phrase-trials.service.js';

/** What a phrase list of a draft hears in past calls. */
@Controller()
export class PhraseTrialsController {
  constructor(private readonly trials: PhraseTrials) {}

  @Route(phraseTrialsRoutes.draw)
  draw({ asker, body }: Asked<typeof phraseTrialsRoutes.draw>): Promise<DrawnCalls> {
    return this.trials.draw(asker, body);
  }

  @Route(phraseTrialsRoutes.piece)
  piece({ asker, checklistId, body }: Asked<typeof phraseTrialsRoutes.piece>): Promise<PhrasePieceAnswer> {
    return this.trials.piece(asker, checklistId, body);
  }

  @Route(phraseTrialsRoutes.words)
  words({ asker, checklistId, body }: Asked<typeof phraseTrialsRoutes.words>): Promise<ShownPhrases> {
    return this.trials.shown(asker, checklistId, body);
  }
}
