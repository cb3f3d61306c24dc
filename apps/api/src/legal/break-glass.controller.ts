import { Controller } from '@nestjs/common';
import { breakGlassRoutes, type BreakGlassTerms, type LegalRequestView } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { EmergencyDesk } from './emergency-desk.service.js';

/** Opening recordings in an emergency, and reviewing it afterwards. */
@Controller()
export class BreakGlassController {
  constructor(private readonly desk: EmergencyDesk) {}

  @Route(breakGlassRoutes.terms)
  terms({ asker }: Asked<typeof breakGlassRoutes.terms>): Promise<BreakGlassTerms> {
    return this.desk.terms(asker);
  }

  @Route(breakGlassRoutes.open)
  open({ asker, requestId, body: { words } }: Asked<typeof breakGlassRoutes.open>): Promise<LegalRequestView> {
    return this.desk.open(asker, requestId, words);
  }

  @Route(breakGlassRoutes.review)
  review({ asker, requestId, body }: Asked<typeof breakGlassRoutes.review>): Promise<LegalRequestView> {
    return this.desk.review(asker, requestId, body);
  }
}
