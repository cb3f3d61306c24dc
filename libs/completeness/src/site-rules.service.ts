import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { type EntityManager } from 'typeorm';
import { RulesInForce } from '#consent';
import { CompanyService } from '#people';
import { Clock } from '#platform';

/** What the company's rules and calendar say of a call. */
@Injectable()
export class SiteRules {
  constructor(
    private readonly clock: Clock,
    private readonly company: CompanyService,
    private readonly rules: RulesInForce,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async internalExcluded(tx: EntityManager, startedAt: Date): Promise<boolean> {
    const { rules } = await this.rules.at(startedAt, tx);
    return rules.exclusions.some(({ excludes }) => excludes === 'internal');
  }

  async days(tx: EntityManager): Promise<(at: Date) => string> {
    const { timeZone } = await this.company.profile(tx);
    return (at) => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
  }
}
