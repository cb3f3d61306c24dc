import { Controller } from '@nestjs/common';
import {
  phraseTrialsRoutes,
  type DrawnCalls,
  type ItemPieceAnswer,
  type PhrasePieceAnswer,
  type ShownPhrases,
  type VariedExamples,
} from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ItemTrials } from './item-trials.service.js';
import { PhraseTrials } from './phrase-trials.service.js';

/** What a phrase list of a draft hears in past calls, and how an item judges them. */
@Controller()
export class PhraseTrialsController {
  constructor(
    private readonly trials: PhraseTrials,
    private readonly items: ItemTrials,
  ) {}

  @Route(phraseTrialsRoutes.draw)
  draw({ asker, body }: Asked<typeof phraseTrialsRoutes.draw>): Promise<DrawnCalls> {
    return this.trials.draw(asker, body);
  }

  @Route(phraseTrialsRoutes.piece)
  piece({ asker, checklistId, body }: Asked<typeof phraseTrialsRoutes.piece>): Promise<PhrasePieceAnswer> {
    return this.trials.piece(asker, checklistId, body);
  }

  @Route(phraseTrialsRoutes.item)
  item({ asker, checklistId, body }: Asked<typeof phraseTrialsRoutes.item>): Promise<ItemPieceAnswer> {
    return this.items.piece(asker, checklistId, body);
  }

  @Route(phraseTrialsRoutes.variants)
  variants({ checklistId, body }: Asked<typeof phraseTrialsRoutes.variants>): Promise<VariedExamples> {
    return this.items.variants(checklistId, body);
  }

  @Route(phraseTrialsRoutes.words)
  words({ asker, checklistId, body }: Asked<typeof phraseTrialsRoutes.words>): Promise<ShownPhrases> {
    return this.trials.shown(asker, checklistId, body);
  }
}
