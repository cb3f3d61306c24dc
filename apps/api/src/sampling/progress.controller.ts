import { Controller } from '@nestjs/common';
import { progressRoutes, type Progress, type ProgressLegs } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ProgressQueries } from './progress.query.js';

/** How far reviews of drawn calls are. */
@Controller()
export class ProgressController {
  constructor(private readonly query: ProgressQueries) {}

  @Route(progressRoutes.figures)
  figures({ asker, query }: Asked<typeof progressRoutes.figures>): Promise<Progress> {
    return this.query.figures(asker, query);
  }

  @Route(progressRoutes.legs)
  legs({ asker, query }: Asked<typeof progressRoutes.legs>): Promise<ProgressLegs> {
    return this.query.legs(asker, query);
  }
}
