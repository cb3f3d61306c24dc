import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type RecertificationAnswers } from '#contracts';
import { JournalService } from '#journal';
import { RoleProposalService, type Decider } from '#people';
import { Clock } from '#platform';
import { coversRight } from './covers.rules.js';
import { recertificationRefusals } from './refusals.js';
import { RightEndings } from './right-endings.js';
import { RecertificationItemRow, RecertificationRoundRow } from './recertification.entity.js';

/**
 * Says of rights whether they are still needed. A role is taken away as on the screen of people, by one who may do that; a token, what a group
 * means, and a deputy end with the answer.
 */
@Injectable()
export class RecertificationAnswering {
  constructor(
    private readonly source: DataSource,
    private readonly roles: RoleProposalService,
    private readonly endings: RightEndings,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * All of them or none.
   * @param remover the same person's right to take roles away; null where they have none
   * @throws DomainError `recertification_not_found`, `recertification_answered`, `recertification_own`, `recertification_giver`, `last_administrator`
   */
  async answer(
    { itemIds, answer, reason }: RecertificationAnswers,
    by: Decider,
    remover: Decider | null,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      // In one order, so that two people who answer the same list wait for each other.
      for (const itemId of [...new Set(itemIds)].sort()) {
        const item = await this.open(tx, itemId, by, 'open');
        const answered = { answeredByPersonId: by.personId, answeredAt: this.clock.now(), reason };
        if (answer === 'keep') await assertAnother(tx, item, answered.answeredByPersonId, answered.answeredAt);
        const state = answer === 'keep' ? 'kept' : 'removal_asked';
        await tx.update(RecertificationItemRow, itemId, { state, ...answered });
        const details = { roundId: item.roundId, itemId, kind: item.kind, answer };
        await this.journal.append(tx, 'recertification.answered', details, { actorPersonId: by.personId });
        if (answer === 'keep') continue;
        const end = this.endings.of(item.kind);
        if (end) {
          await end(tx, item.rightId, by.personId);
          await this.taken(tx, item, by);
        } else if (item.kind === 'role' && remover && coversRight(item, remover)) await this.take(tx, item, remover);
      }
    });
  }

  /** Takes the role away of which another person said that it is not needed. */
  async remove(itemId: string, remover: Decider): Promise<void> {
    await this.source.transaction(async (tx) => {
      const item = await this.open(tx, itemId, remover, 'removal_asked');
      // A standing grant is taken back by legal, on their screen.
      if (item.kind !== 'role') throw recertificationRefusals.recertification_not_found();
      await this.take(tx, item, remover);
    });
  }

  private async open(
    tx: EntityManager,
    id: string,
    by: Decider,
    state: 'open' | 'removal_asked',
  ): Promise<RecertificationItemRow> {
    const item = await tx.findOne(RecertificationItemRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!item || !coversRight(item, by)) throw recertificationRefusals.recertification_not_found();
    if (item.personId === by.personId) throw recertificationRefusals.recertification_own();
    const round = await tx.findOneByOrFail(RecertificationRoundRow, { id: item.roundId });
    if (item.state !== state || round.closedAt) throw recertificationRefusals.recertification_answered();
    return item;
  }

  private async take(tx: EntityManager, item: RecertificationItemRow, by: Decider): Promise<void> {
    await this.roles.removeWithin(tx, item.rightId, item.personId!, by);
    await this.taken(tx, item, by);
  }

  private async taken(
    tx: EntityManager,
    { id: itemId, roundId, kind }: RecertificationItemRow,
    by: Decider,
  ): Promise<void> {
    const removed = { removedByPersonId: by.personId, removedAt: this.clock.now() };
    await tx.update(RecertificationItemRow, itemId, { state: 'removed', ...removed });
    await this.journal.append(
      tx,
      'recertification.carried_out',
      { roundId, itemId, kind },
      { actorPersonId: by.personId },
    );
  }
}

/** The person who gave the right has said already that it is needed. In a small house a day is enough between the two. */
async function assertAnother(
  tx: EntityManager,
  { kind, rightId }: RecertificationItemRow,
  personId: string,
  at: Date,
): Promise<void> {
  const asked = [kind, rightId, personId, at];
  const [row]: { suffices: boolean }[] = await tx.query('select right_suffices($1, $2, $3, $4) as suffices', asked);
  if (!row?.suffices) throw recertificationRefusals.recertification_giver();
}
