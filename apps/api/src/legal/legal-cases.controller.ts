import { Controller } from '@nestjs/common';
import { legalCasesRoutes, type LegalCaseList, type LegalCaseView } from '#contracts';
import { LegalCases } from '#legal';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { LegalCasesQuery } from './legal-cases.query.js';

/** The matters that requests, holds and exports are filed under. */
@Controller()
export class LegalCasesController {
  constructor(
    private readonly query: LegalCasesQuery,
    private readonly cases: LegalCases,
  ) {}

  @Route(legalCasesRoutes.list)
  list({ asker, query }: Asked<typeof legalCasesRoutes.list>): Promise<LegalCaseList> {
    return this.query.list(asker, query);
  }

  @Route(legalCasesRoutes.one)
  one({ asker, caseId }: Asked<typeof legalCasesRoutes.one>): Promise<LegalCaseView> {
    return this.query.one(asker, caseId);
  }

  @Route(legalCasesRoutes.open)
  async open({ asker, body }: Asked<typeof legalCasesRoutes.open>): Promise<LegalCaseView> {
    return this.query.one(asker, await this.cases.open(body, asker.personId));
  }

  @Route(legalCasesRoutes.close)
  async close({ asker, caseId }: Asked<typeof legalCasesRoutes.close>): Promise<LegalCaseView> {
    await this.query.one(asker, caseId);
    await this.cases.close(caseId, asker.personId);
    return this.query.one(asker, caseId);
  }
}
