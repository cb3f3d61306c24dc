import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { consentRuleSetSchema, type ConsentKeys } from '#contracts';
import { Clock, LOGGER, type Logger } from '#platform';
import { ConsentRuleSetRow } from './consent-rule-trial.entity.js';
import { gateRulesOf, STRICTEST_GATE } from './shipped-rules.js';
import { type GateRules } from './decide-consent.rules.js';

/** How long a process may go on with what it read: a call that is sent as a file has begun before. */
const READ_AGAIN_MS = 5_000;

interface Published {
  version: number;
  rules: GateRules;
  keys: readonly ConsentKeys[];
  /** null of the first: it holds for everything before the second. */
  since: Date | null;
}

/** Rules with the version that they are; null: they could not be read. */
export interface RulesAtTime {
  version: number | null;
  rules: GateRules;
}

/** Which consent rules held when a call began. Fails closed: what cannot be read, or is not understood, is the strictest rule. */
@Injectable()
export class RulesInForce {
  private read: { at: number; published: readonly Published[] } | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async at(startedAt: Date, tx: EntityManager = this.source.manager): Promise<RulesAtTime> {
    try {
      const published = await this.published(tx);
      const found = published.find(({ since }) => since === null || since <= startedAt);
      if (!found) throw new Error('no version of the consent rules is published');
      return { version: found.version, rules: found.rules };
    } catch (error) {
      this.logger.error({ err: error }, 'the consent rules cannot be read: the strictest holds');
      return { version: null, rules: STRICTEST_GATE };
    }
  }

  /** Which keys answer what a telephone system announces now; null: none does. */
  async keysOf(line: string): Promise<ConsentKeys | null> {
    const [newest] = await this.published(this.source.manager);
    const named = (name: string) => newest?.keys.find((one) => one.line === name);
    return named(line) ?? named('*') ?? null;
  }

  /** The next question is asked of the database. */
  forget(): void {
    this.read = null;
  }

  private async published(tx: EntityManager): Promise<readonly Published[]> {
    const now = this.clock.now().getTime();
    if (this.read && Math.abs(now - this.read.at) < READ_AGAIN_MS) return this.read.published;
    this.read = null;
    const rows = await tx.find(ConsentRuleSetRow, { where: { decision: 'agreed' }, order: { version: 'DESC' } });
    const published = rows.map(({ version, rules, decidedAt }, at) => {
      const set = consentRuleSetSchema.parse(rules);
      const since = at === rows.length - 1 ? null : decidedAt;
      return { version, since, rules: gateRulesOf(set), keys: set.keys ?? [] };
    });
    this.read = { at: now, published };
    return published;
  }
}
