/*
 * What the company hides
 *   A version that hides as much as before or more is in force at once. One that hides less (the trial, a kind left out, unchecked sound)
 *   waits until a second person has agreed; until then, and when it is refused, the one before stays in force. One waits at a time.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { STRICTEST_REDACTION, sensitiveKindSchema, type RedactionPolicy } from '#contracts';
import { JournalService } from '#journal';
import { assertEyes, assertHeldForAll, markOf } from '#people';
import { Clock } from '#platform';
import { isSamePolicy, settled, weakening } from './policy.rules.js';
import { RedactionPolicyRow } from './redaction.entity.js';
import { transcriptsRefusals } from '../refusals.js';

const IN_FORCE = `
  select version, mode, kinds, unchecked from redaction_policy where not weakens or decision = 'agreed' order by version desc limit 1`;

/** A policy with its number; 0 before the first decision. */
export type NumberedPolicy = RedactionPolicy & { version: number };

@Injectable()
export class RedactionPolicyService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** What holds now. Before the first decision everything is hidden. */
  async current(tx: EntityManager = this.source.manager): Promise<NumberedPolicy> {
    const [row]: NumberedPolicy[] = await tx.query(IN_FORCE);
    return row ?? { ...STRICTEST_REDACTION, version: 0 };
  }

  /** The change that waits for a second person. */
  async waiting(tx: EntityManager = this.source.manager): Promise<RedactionPolicyRow | null> {
    return tx.findOneBy(RedactionPolicyRow, { weakens: true, decision: IsNull() });
  }

  /**
   * Puts a policy in force, or proposes it where it hides less.
   * @param version the one that the editor started from
   * @throws DomainError `redaction_changed` | `redaction_waiting`
   */
  async propose(given: RedactionPolicy, version: number, personId: string): Promise<void> {
    const policy = settled(given, sensitiveKindSchema.options);
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const before = await this.current(tx);
      if (before.version !== version) throw transcriptsRefusals.redaction_changed();
      if (isSamePolicy(before, policy)) return;
      if (await this.waiting(tx)) throw transcriptsRefusals.redaction_waiting();
      const weakens = weakening(before, policy) !== null;
      const next = 1 + ((await tx.maximum(RedactionPolicyRow, 'version')) ?? 0);
      const row = { version: next, ...policy, weakens, proposedByPersonId: personId, proposedAt: this.clock.now() };
      await tx.insert(RedactionPolicyRow, row);
      const event = weakens ? 'redaction.change_proposed' : 'redaction.policy_changed';
      await this.journal.append(tx, event, { version: next, ...policy }, { actorPersonId: personId });
    });
  }

  /**
   * Agrees to the change that waits, or refuses it; its proposer may only take it back.
   * @throws DomainError `redaction_not_waiting` | `second_person_needed` | `proposer_gone`
   */
  async decide(version: number, decision: 'agreed' | 'refused', personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const row = await this.waiting(tx);
      if (row?.version !== version) throw transcriptsRefusals.redaction_not_waiting();
      const [first, second] = [
        { personId: row.proposedByPersonId, at: row.proposedAt },
        { personId, at: this.clock.now() },
      ];
      const eyes =
        decision === 'agreed' && (await assertEyes(tx, first, second, transcriptsRefusals.second_person_needed));
      if (decision === 'agreed' && row.proposedByPersonId)
        await assertHeldForAll(tx, row.proposedByPersonId, 'redaction.manage');
      const decided = { decision, decidedByPersonId: personId, decidedAt: second.at };
      await tx.update(RedactionPolicyRow, version, decided);
      const { mode, kinds, unchecked } = row;
      const event = decision === 'agreed' ? 'redaction.policy_changed' : 'redaction.change_refused';
      const details = { version, mode, kinds, unchecked, ...markOf(eyes) };
      await this.journal.append(tx, event, details, { actorPersonId: personId });
    });
  }
}

/** One decides at a time: a version's number and what it is compared with must not move. */
const lock = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [0x5ed4c7]);
