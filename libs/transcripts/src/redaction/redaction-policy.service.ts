/*
 * What the company hides
 *   A version that hides as much as before or more is in force at once. One that hides less (the trial, a kind left out, unchecked sound)
 *   waits until a second person has agreed.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { STRICTEST_REDACTION, sensitiveKindSchema, type RedactionPolicy } from '#contracts';
import { JournalService } from '#journal';
import { DecidedVersions, type DecidedKind } from '#people';
import { Clock } from '#platform';
import { isSamePolicy, settled, weakening } from './policy.rules.js';
import { RedactionPolicyRow } from './redaction.entity.js';
import { transcriptsRefusals } from '../refusals.js';

const IN_FORCE = `
  select version, mode, kinds, unchecked from redaction_policy where not weakens or decision = 'agreed' order by version desc limit 1`;

const KIND: DecidedKind<RedactionPolicyRow> = {
  entity: RedactionPolicyRow,
  lock: 0x5ed4c7,
  permission: 'redaction.manage',
  refusals: {
    changed: transcriptsRefusals.redaction_changed,
    waits: transcriptsRefusals.redaction_waiting,
    notWaiting: transcriptsRefusals.redaction_not_waiting,
    needsAnother: transcriptsRefusals.second_person_needed,
  },
  events: {
    proposed: ({ weakens }) => (weakens ? 'redaction.change_proposed' : 'redaction.policy_changed'),
    agreed: 'redaction.policy_changed',
    refused: 'redaction.change_refused',
  },
  told: ({ mode, kinds, unchecked }) => ({ mode, kinds, unchecked }),
};

/** A policy with its number; 0 before the first decision. */
export type NumberedPolicy = RedactionPolicy & { version: number };

@Injectable()
export class RedactionPolicyService extends DecidedVersions<RedactionPolicyRow> {
  constructor(source: DataSource, journal: JournalService, clock: Clock) {
    super(KIND, source, journal, clock);
  }

  /** What holds now. Before the first decision everything is hidden. */
  async current(tx: EntityManager = this.source.manager): Promise<NumberedPolicy> {
    const [row]: NumberedPolicy[] = await tx.query(IN_FORCE);
    return row ?? { ...STRICTEST_REDACTION, version: 0 };
  }

  override waiting(tx: EntityManager = this.source.manager): Promise<RedactionPolicyRow | null> {
    return tx.findOneBy(RedactionPolicyRow, { weakens: true, decision: IsNull() });
  }

  /**
   * Puts a policy in force, or proposes it where it hides less.
   * @param version the one that the editor started from
   * @throws DomainError `redaction_changed` | `redaction_waiting`
   */
  propose(given: RedactionPolicy, version: number, personId: string): Promise<void> {
    const policy = settled(given, sensitiveKindSchema.options);
    return this.add(version, personId, async (tx) => {
      const before = await this.current(tx);
      return isSamePolicy(before, policy) ? null : { ...policy, weakens: weakening(before, policy) !== null };
    });
  }

  protected async versionInForce(tx: EntityManager): Promise<number> {
    return (await this.current(tx)).version;
  }
}
