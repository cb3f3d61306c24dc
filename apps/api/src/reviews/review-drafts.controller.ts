import { Controller } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  reviewDraftsRoutes,
  type Reviewed,
  type ReviewDrafts as Drafts,
  type ReviewRevision,
  type ReviewTimes,
} from '#contracts';
import { type Leg } from '#calls';
import { Person, type Asker } from '#people';
import { refuseOwnCall, ReviewDrafts, Scorecard } from '#quality';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ReviewTimesQuery } from './review-times.query.js';

/** Reviews that are not published: kept as they are written, and seen by their author alone. */
@Controller()
export class ReviewDraftsController {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly drafts: ReviewDrafts,
    private readonly timesOf: ReviewTimesQuery,
  ) {}

  @Route(reviewDraftsRoutes.list)
  async list({ asker, callId }: Asked<typeof reviewDraftsRoutes.list>): Promise<Drafts> {
    const seen = await this.access.legs(asker, callId, 'scorecards.judge');
    const [legs, parts] = [new Set(seen.map(({ id }) => id)), partsOf(seen)];
    const mine = (await this.drafts.mine(parts, asker.personId)).filter(({ legId }) => legs.has(legId));
    const others = (await this.drafts.ofOthers(parts, asker.personId)).filter(({ legId }) => legs.has(legId));
    const people = await this.source.manager.findBy(Person, { id: In(others.map(({ personId }) => personId)) });
    const names = new Map(people.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
    return {
      mine: mine.map(({ legId, checklistId, basedOn, answers, promises, revision, savedAt }) => {
        return { legId, checklistId, basedOn, answers, promises, revision, savedAt: savedAt.toISOString() };
      }),
      others: others.map(({ legId, checklistId, personId, savedAt }) => {
        return { legId, checklistId, by: names.get(personId)!, savedAt: savedAt.toISOString() };
      }),
    };
  }

  @Route(reviewDraftsRoutes.save)
  async save({ asker, callId, body }: Asked<typeof reviewDraftsRoutes.save>): Promise<ReviewRevision> {
    const { callId: kept } = await this.judged(asker, callId, body, body.basedOn);
    return { revision: await this.drafts.save({ ...body, callId: kept }, asker.personId) };
  }

  @Route(reviewDraftsRoutes.beat)
  async beat({ asker, callId, body }: Asked<typeof reviewDraftsRoutes.beat>): Promise<void> {
    await this.judged(asker, callId, body);
    await this.drafts.beat(body, asker.personId);
  }

  @Route(reviewDraftsRoutes.times)
  times({ asker, query }: Asked<typeof reviewDraftsRoutes.times>): Promise<ReviewTimes> {
    return this.timesOf.list(asker, query.days);
  }

  /** A card that is not of this leg and checklist is none of theirs. */
  private async judged(asker: Asker, callId: string, { legId, checklistId }: Reviewed, cardId?: string): Promise<Leg> {
    const legs = await this.access.legs(asker, callId, 'scorecards.judge');
    const card = { legId, checklistId, ...(cardId !== undefined && { id: cardId }) };
    const leg = legs.find(({ id }) => id === legId);
    if (!leg || !(await this.source.manager.existsBy(Scorecard, card))) throw apiRefusals.not_found();
    await refuseOwnCall(this.source.manager, legId, asker.personId);
    return leg;
  }
}
