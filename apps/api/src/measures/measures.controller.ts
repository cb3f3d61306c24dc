import { Controller } from '@nestjs/common';
import { measuresRoutes, type MeasuresOfCall } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { MeasuresQuery } from './measures.query.js';

@Controller()
export class MeasuresController {
  constructor(private readonly measures: MeasuresQuery) {}

  @Route(measuresRoutes.of)
  of({ asker, callId }: Asked<typeof measuresRoutes.of>): Promise<MeasuresOfCall> {
    return this.measures.of(asker, callId);
  }
}
