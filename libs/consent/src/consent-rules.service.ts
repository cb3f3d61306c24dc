import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type ConsentRuleSet } from '#contracts';
import { JournalService } from '#journal';
import { assertEyes, assertHeldForAll, markOf } from '#people';
import { Clock } from '#platform';
import { ConsentRuleSetRow } from './consent-rule-set.entity.js';
import { ConsentRuleTrialRow } from './consent-rule-trial.entity.js';
import { consentRefusals } from './refusals.js';
import { hashOf } from './rules-hash.js';
import { RulesInForce } from './rules-in-force.js';

/**
 * The consent rules: versions that two people publish, after they were tried on past calls. One change waits at a time; until it is agreed to, and when it is refused, the version
 * before stays in force.
 */
@Injectable()
export class ConsentRulesService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly inForce: RulesInForce,
    private readonly clock: Clock,
  ) {}

  async current(tx: EntityManager = this.source.manager): Promise<ConsentRuleSetRow> {
    return tx.findOneOrFail(ConsentRuleSetRow, { where: { decision: 'agreed' }, order: { version: 'DESC' } });
  }

  /** The change that waits for a second person. */
  async waiting(tx: EntityManager = this.source.manager): Promise<ConsentRuleSetRow | null> {
    return tx.findOneBy(ConsentRuleSetRow, { decision: IsNull() });
  }

  /** @param from the version that the editor started from. @throws DomainError `consent_rules_changed` | `consent_rules_wait` | `consent_rules_are_same` | `consent_rules_not_tried` */
  async propose(
    { rules, from, reason }: { rules: ConsentRuleSet; from: number; reason: string },
    personId: string,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const before = await this.current(tx);
      if (before.version !== from) throw consentRefusals.consent_rules_changed();
      if (await this.waiting(tx)) throw consentRefusals.consent_rules_wait();
      const sha256 = hashOf(rules);
      if (hashOf(before.rules) === sha256) throw consentRefusals.consent_rules_are_same();
      await assertTried(tx, sha256, before.version);
      const version = 1 + ((await tx.maximum(ConsentRuleSetRow, 'version')) ?? 0);
      const undecided = { decision: null, decidedByPersonId: null, decidedAt: null };
      const proposed = { proposedByPersonId: personId, proposedAt: this.clock.now() };
      await tx.insert(ConsentRuleSetRow, { version, rules, sha256, reason, ...proposed, ...undecided });
      await this.journal.append(tx, 'consent.rules_proposed', { version, sha256 }, { actorPersonId: personId });
    });
  }

  /**
   * Agrees to the change that waits, or refuses it; its proposer may only take it back. @throws DomainError `consent_rules_not_waiting` |
   * `consent_rules_need_another` | `consent_rules_not_tried` | `proposer_gone`
   */
  async decide(version: number, decision: 'agreed' | 'refused', personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const row = await this.waiting(tx);
      if (row?.version !== version) throw consentRefusals.consent_rules_not_waiting();
      const { proposedByPersonId: proposer, sha256 } = row;
      const [first, second] = [
        { personId: proposer, at: row.proposedAt },
        { personId, at: this.clock.now() },
      ];
      const eyes =
        decision === 'agreed' && (await assertEyes(tx, first, second, consentRefusals.consent_rules_need_another));
      if (decision === 'agreed') await assertTried(tx, sha256, (await this.current(tx)).version);
      if (decision === 'agreed') await assertHeldForAll(tx, proposer ?? '', 'retention.manage');
      const decided = { decision, decidedByPersonId: personId, decidedAt: second.at };
      await tx.update(ConsentRuleSetRow, version, decided);
      const event = decision === 'agreed' ? 'consent.rules_published' : 'consent.rules_refused';
      await this.journal.append(tx, event, { version, sha256, ...markOf(eyes) }, { actorPersonId: personId });
    });
    this.inForce.forget();
  }
}

/** Of exactly these rules, beside those that are in force now: what an older trial found may be otherwise today. */
async function assertTried(tx: EntityManager, rulesSha256: string, againstVersion: number): Promise<void> {
  if (!(await tx.existsBy(ConsentRuleTrialRow, { rulesSha256, againstVersion })))
    throw consentRefusals.consent_rules_not_tried();
}

/** One decides at a time: a version's number and what it is compared with must not move. */
const lock = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7335)');
