import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ConsentRuleSet } from '#contracts';
import { JournalService, canonicalJson } from '#journal';
import { DecidedVersions, type DecidedKind } from '#people';
import { Clock } from '#platform';
import { createHash } from 'node:crypto';
import { ConsentRuleTrialRow, ConsentRuleSetRow } from './consent-rule-trial.entity.js';
import { consentRefusals } from './refusals.js';
import { RulesInForce } from './rules-in-force.js';

/** The same rules have the same hash, in whatever order their parts are written. */
export const hashOf = (rules: ConsentRuleSet): string =>
  createHash('sha256').update(canonicalJson(rules)).digest('hex');

const KIND: DecidedKind<ConsentRuleSetRow> = {
  entity: ConsentRuleSetRow,
  lock: 7335,
  permission: 'retention.manage',
  refusals: {
    changed: consentRefusals.consent_rules_changed,
    waits: consentRefusals.consent_rules_wait,
    notWaiting: consentRefusals.consent_rules_not_waiting,
    needsAnother: consentRefusals.consent_rules_need_another,
  },
  events: {
    proposed: () => 'consent.rules_proposed',
    agreed: 'consent.rules_published',
    refused: 'consent.rules_refused',
  },
  told: ({ sha256 }) => ({ sha256 }),
};

/** The consent rules: versions that two people publish, after they were tried on past calls. */
@Injectable()
export class ConsentRulesService extends DecidedVersions<ConsentRuleSetRow> {
  constructor(
    source: DataSource,
    journal: JournalService,
    private readonly inForce: RulesInForce,
    clock: Clock,
  ) {
    super(KIND, source, journal, clock);
  }

  async current(tx: EntityManager = this.source.manager): Promise<ConsentRuleSetRow> {
    return tx.findOneOrFail(ConsentRuleSetRow, { where: { decision: 'agreed' }, order: { version: 'DESC' } });
  }

  /** @param from the version that the editor started from. @throws DomainError `consent_rules_changed` | `consent_rules_wait` | `consent_rules_are_same` | `consent_rules_not_tried` */
  propose(
    { rules, from, reason }: { rules: ConsentRuleSet; from: number; reason: string },
    personId: string,
  ): Promise<void> {
    return this.add(from, personId, async (tx) => {
      const sha256 = hashOf(rules);
      const before = await this.current(tx);
      if (hashOf(before.rules) === sha256) throw consentRefusals.consent_rules_are_same();
      await assertTried(tx, sha256, before.version);
      return { rules, sha256, reason };
    });
  }

  /** @throws DomainError also `consent_rules_not_tried` */
  override async decide(version: number, decision: 'agreed' | 'refused', personId: string): Promise<void> {
    await super.decide(version, decision, personId);
    this.inForce.forget();
  }

  protected async versionInForce(tx: EntityManager): Promise<number> {
    return (await this.current(tx)).version;
  }

  protected override async agree(tx: EntityManager, { sha256 }: ConsentRuleSetRow): Promise<object> {
    await assertTried(tx, sha256, await this.versionInForce(tx));
    return {};
  }
}

/** Of exactly these rules, beside those that are in force now: what an older trial found may be otherwise today. */
async function assertTried(tx: EntityManager, rulesSha256: string, againstVersion: number): Promise<void> {
  if (!(await tx.existsBy(ConsentRuleTrialRow, { rulesSha256, againstVersion })))
    throw consentRefusals.consent_rules_not_tried();
}
