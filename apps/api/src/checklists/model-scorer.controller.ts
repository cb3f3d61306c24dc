import { Controller } from '@nestjs/common';
import { modelScorerRoutes, type ModelScorerView } from '#contracts';
import { Route } from '../routes/route.decorator.js';
import { ModelScorerQuery } from './model-scorer.query.js';

/** The language model of the user's own that may be asked beside the rules. */
@Controller()
export class ModelScorerController {
  constructor(private readonly query: ModelScorerQuery) {}

  @Route(modelScorerRoutes.view)
  view(): Promise<ModelScorerView> {
    return this.query.view();
  }
}
