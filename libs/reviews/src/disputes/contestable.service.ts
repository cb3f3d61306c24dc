import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '#platform';
import { CountingPointer, type Judged } from '#quality';
import { QualitySettingsService } from '#quality';
import { contestedBefore, contestProblem, daysAfter } from './dispute.rules.js';
import { earlierDisputes } from './disputes.service.js';
import { wordsAreGone } from '../refusals.js';
import { shownCard } from './shown-card.js';

/** A result that its agent may contest, and until when. */
export interface Contestable {
  /** The card that is shown. */
  readonly scorecardId: string;
  readonly itemId: string;
  readonly until: Date;
}

/** What may be contested of scores: results in time, not contested before, whose recording is still there. */
@Injectable()
export class ContestableItems {
  constructor(
    private readonly pointer: CountingPointer,
    private readonly settings: QualitySettingsService,
    private readonly clock: Clock,
  ) {}

  async of(tx: EntityManager, { legId, checklistId }: Judged): Promise<Contestable[]> {
    const shown = await shownCard(tx, this.pointer, { legId, checklistId });
    if (!shown || (await wordsAreGone(tx, legId))) return [];
    const before = await earlierDisputes(tx, { legId, checklistId });
    const { fileDays } = (await this.settings.current(tx)).settings.disputes;
    const now = this.clock.now();
    return shown.card.items.flatMap((item) => {
      const { itemId } = item;
      const origin = shown.originOf(itemId);
      const until = daysAfter(origin.createdAt, fileDays);
      const refused = contestProblem(item, null, { until, now }) ?? contestedBefore(before, itemId, origin.id, now);
      return refused ? [] : [{ scorecardId: shown.card.id, itemId, until }];
    });
  }
}
