import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { heldNow, reaches, scopeOf, type Scope } from '#people';
import { Clock } from '#platform';

interface Lapsed {
  readonly assignmentId: string;
  /** null: a person gave it. */
  readonly drawId: string | null;
  readonly legId: string;
  readonly callId: string;
}

interface Given extends Lapsed {
  readonly reviewerPersonId: string;
  readonly personId: string;
  readonly teamId: string;
}

/** Of every assignment that is open: what cannot be heard any more lapses, and what a person may not judge any more waits for others. */
@Injectable()
export class OpenAssignments {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many lapsed and were given back */
  async sweep(): Promise<number> {
    return (
      (await this.source.transaction((tx) => this.lapse(tx))) + (await this.source.transaction((tx) => this.free(tx)))
    );
  }

  private async lapse(tx: EntityManager): Promise<number> {
    const [rows]: [Lapsed[], number] = await tx.query(
      `update review_assignment one set state = 'lapsed', ended_at = $1
       where state = 'open' and exists (select 1 from recording where recording.leg_id = one.leg_id)
         and not exists (select 1 from recording where recording.leg_id = one.leg_id
           and recording.destruction_started_at is null and recording.custody <> 'destroyed')
       returning id as "assignmentId", draw_id as "drawId", leg_id as "legId", call_id as "callId"`,
      [this.clock.now()],
    );
    await this.journal.appendMany(
      tx,
      'review.lapsed',
      rows.map(({ callId, drawId, ...details }) => ({ details: { ...details, ...ofDraw(drawId) }, about: { callId } })),
    );
    return rows.length;
  }

  /** A person who left, whose role ended or is for another team now: the review is for those who take it. */
  private async free(tx: EntityManager): Promise<number> {
    const given: Given[] = await tx.query(
      `select one.id as "assignmentId", draw_id as "drawId", leg_id as "legId", one.call_id as "callId",
         reviewer_person_id as "reviewerPersonId", leg.person_id as "personId", leg.team_id as "teamId"
       from review_assignment one join leg on leg.id = one.leg_id
       where state = 'open' and reviewer_person_id is not null order by one.id`,
    );
    const scopes = new Map<string, Scope>();
    for (const { reviewerPersonId: id } of given)
      if (!scopes.has(id)) scopes.set(id, scopeOf('scorecards.judge', await heldNow(tx, id), id));
    const lost = given.filter((one) => !reaches(scopes.get(one.reviewerPersonId)!, one));
    if (lost.length === 0) return 0;
    // A person who gave it back, handed it on or published in the meantime was first.
    const [freed]: [{ id: string }[], number] = await tx.query(
      `update review_assignment one set reviewer_person_id = null from unnest($1::uuid[], $2::uuid[]) as lost (id, person_id)
       where one.id = lost.id and state = 'open' and reviewer_person_id = lost.person_id returning one.id`,
      [lost.map(({ assignmentId }) => assignmentId), lost.map(({ reviewerPersonId }) => reviewerPersonId)],
    );
    const ids = new Set(freed.map(({ id }) => id));
    await this.journal.appendMany(
      tx,
      'review.given_back',
      lost
        .filter(({ assignmentId }) => ids.has(assignmentId))
        .map(({ assignmentId, drawId, legId, callId, reviewerPersonId: fromPersonId }) => ({
          details: { assignmentId, ...ofDraw(drawId), legId, fromPersonId, because: 'right_ended' as const },
          about: { callId },
        })),
    );
    return freed.length;
  }
}

export const ofDraw = (drawId: string | null): { drawId?: string } => (drawId === null ? {} : { drawId });
