import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Bilingual } from '#contracts';
import { JournalService } from '#journal';
import { heldNow, PERMISSIONS, reaches, scopeOf } from '#people';
import { looksAt } from '../blind/looks.js';
import { refuseOwnCall } from '../own-call.js';
import { qualityRefusals } from '../refusals.js';
import { ReviewAssignmentRow } from './sampling.entity.js';

/** Who acts on an assignment; one who manages sampling may act for a colleague. */
export interface ActsOnAssignment {
  readonly personId: string;
  readonly manages: boolean;
}

const JUDGING = Object.entries(PERMISSIONS)
  .filter(([, permissions]) => permissions.includes('scorecards.judge'))
  .map(([role]) => role);

/** Who reviews what was drawn: taken by a person, given back, or handed on. The caller has seen that the leg is within reach. */
@Injectable()
export class Assignments {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `assignment_over`, `assignment_taken`, `own_call`, `saw_result` */
  async claim(assignmentId: string, { personId }: ActsOnAssignment): Promise<void> {
    await this.change(assignmentId, async (tx, one) => {
      if (one.reviewerPersonId === personId) return null;
      if (one.reviewerPersonId !== null) throw qualityRefusals.assignment_taken();
      await refuseOwnCall(tx, one.legId, personId);
      if (one.blind && (await looksAt(tx, [one.legId])).get(one.legId)?.has(personId))
        throw qualityRefusals.saw_result();
      return { event: 'review.taken', to: personId, by: personId };
    });
  }

  /** @throws DomainError `assignment_over`, `assignment_taken`, `own_call` */
  async release(assignmentId: string, { personId, manages }: ActsOnAssignment): Promise<void> {
    await this.change(assignmentId, async (tx, one) => {
      if (one.reviewerPersonId === null) return null;
      if (one.reviewerPersonId !== personId && !manages) throw qualityRefusals.assignment_taken();
      await refuseOwnCall(tx, one.legId, personId);
      return { event: 'review.given_back', to: null, by: personId };
    });
  }

  /** Its holder, or who manages sampling. @throws DomainError `assignment_over`, `assignment_taken`, `assignment_not_yours`, `own_call`, `cannot_review` */
  async handOn(assignmentId: string, toPersonId: string, { personId, manages }: ActsOnAssignment): Promise<void> {
    await this.change(assignmentId, async (tx, one) => {
      if (one.reviewerPersonId === toPersonId) return null;
      if (one.reviewerPersonId !== personId && !manages)
        throw one.reviewerPersonId === null
          ? qualityRefusals.assignment_not_yours()
          : qualityRefusals.assignment_taken();
      await refuseOwnCall(tx, one.legId, personId);
      if ((await this.fit(tx, one, toPersonId)).length === 0) throw qualityRefusals.cannot_review();
      return { event: 'review.handed_on', to: toPersonId, by: personId };
    });
  }

  /** People whose rights reach the leg, who took no part in the call and, where it is judged blind, did not see its result. */
  possible(of: Pick<ReviewAssignmentRow, 'legId' | 'blind'>): Promise<{ personId: string; name: Bilingual }[]> {
    return this.fit(this.source.manager, of, null);
  }

  /** @param onlyPersonId looks at this person alone; null: at all */
  private async fit(
    tx: EntityManager,
    { legId, blind }: Pick<ReviewAssignmentRow, 'legId' | 'blind'>,
    onlyPersonId: string | null,
  ): Promise<{ personId: string; name: Bilingual }[]> {
    const [leg]: { personId: string; teamId: string }[] = await tx.query(
      'select person_id as "personId", team_id as "teamId" from leg where id = $1',
      [legId],
    );
    const people: { personId: string; name: Bilingual }[] = await tx.query(
      `select person.id as "personId", json_build_object('zh', name_zh, 'en', name_en) as name from person
       where ($3::uuid is null or person.id = $3) and exists (select 1 from role_in_force where person_id = person.id and role = any($2))
         and not exists (select 1 from leg part join leg judged on judged.call_id = part.call_id where judged.id = $1 and part.person_id = person.id)
         and not ($4 and exists (select 1 from result_look where leg_id = $1 and person_id = person.id))
       order by name_en, person.id`,
      [legId, JUDGING, onlyPersonId, blind],
    );
    const fit: typeof people = [];
    for (const one of people) {
      const scope = scopeOf('scorecards.judge', await heldNow(tx, one.personId), one.personId);
      if (leg && reaches(scope, leg)) fit.push(one);
    }
    return fit;
  }

  private async change(
    assignmentId: string,
    decide: (
      tx: EntityManager,
      one: ReviewAssignmentRow,
    ) => Promise<{
      event: 'review.taken' | 'review.given_back' | 'review.handed_on';
      to: string | null;
      by: string;
    } | null>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await tx.findOneOrFail(ReviewAssignmentRow, {
        where: { id: assignmentId },
        lock: { mode: 'pessimistic_write' },
      });
      if (one.state !== 'open') throw qualityRefusals.assignment_over();
      const change = await decide(tx, one);
      if (!change) return;
      await tx.update(ReviewAssignmentRow, one.id, { reviewerPersonId: change.to });
      const { drawId, legId, callId, reviewerPersonId: from } = one;
      const named = {
        ...{ assignmentId, drawId, legId },
        ...(from !== null && { fromPersonId: from }),
        ...(change.to !== null && { toPersonId: change.to }),
      };
      await this.journal.append(tx, change.event, named, { callId, actorPersonId: change.by });
    });
  }
}
