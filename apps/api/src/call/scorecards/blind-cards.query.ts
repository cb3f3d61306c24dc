import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { checklistSchema, judgesOf, type ScorecardView } from '#contracts';
import { Clock } from '#platform';
import { ChecklistVersion, CountingScorecard, ReviewRetractionRow, Scorecard } from '#quality';
import { ReviewAnswerRow, takenItems, takenOn } from '#reviews';
import { countOutcomes } from '#quality/rules';
import { originOf, withoutResults } from '#reviews/rules';
import { TranscriptRow } from '#transcripts';
import { scorecardView } from './scorecard-view.rules.js';

/** Cards for a person who is to judge their leg blind: what is asked, and nothing of what the machine, or a colleague, answered. */
@Injectable()
export class BlindCardsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param all of such legs, the newest first @returns of each leg and checklist the one that is to be completed, without its results */
  async of(all: readonly Scorecard[]): Promise<ScorecardView[]> {
    if (all.length === 0) return [];
    const tx = this.source.manager;
    const back = await tx.findBy(ReviewRetractionRow, { scorecardId: In(all.map(({ id }) => id)) });
    const gone = new Set(back.map(({ scorecardId }) => scorecardId));
    const cards = all.filter(({ id }) => !gone.has(id));
    const legIds = [...new Set(cards.map(({ legId }) => legId))];
    const counting = new Set((await tx.findBy(CountingScorecard, { legId: In(legIds) })).map((one) => one.scorecardId));
    const said = await tx.findBy(ReviewAnswerRow, { scorecardId: In(cards.map(({ id }) => id)) });
    const taken = await takenItems(tx, legIds, this.clock.now());
    const newest = [...cards].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    const shown = new Map<string, Scorecard>();
    for (const card of newest) {
      const key = `${card.legId} ${card.checklistId}`;
      if (!shown.has(key) || counting.has(card.id)) shown.set(key, card);
    }
    return Promise.all(
      [...shown.values()].map((card) => {
        const ofLeg = cards.filter(
          ({ legId, checklistId }) => legId === card.legId && checklistId === card.checklistId,
        );
        return this.view(
          card,
          takenOn(taken, card, (itemId) => originOf(card, ofLeg, said, itemId).id),
        );
      }),
    );
  }

  private async view(card: Scorecard, taken: ReturnType<typeof takenOn>): Promise<ScorecardView> {
    const { id: scorecardId, legId, checklistId, checklistVersion: version } = card;
    const row = await this.source.manager.findOneByOrFail(ChecklistVersion, { checklistId, version });
    const words = await this.source.manager.findOneBy(TranscriptRow, { id: card.transcriptId ?? scorecardId });
    const checklist = checklistSchema.parse(row.definition);
    const items = withoutResults(card.items);
    const facts = {
      ...{ scorecardId, legId, transcriptVersion: words?.version ?? null, author: 'automatic' as const, by: null },
      ...{ basedOn: null, createdAt: card.createdAt.toISOString(), counts: false, standing: 'draft' as const },
      ...{ rescored: false, main: judgesOf(checklist).main, withheld: true },
      ...{ retracted: null, acknowledgement: null, mayRetract: false },
      ...{ points: null, maxPoints: null, coverage: 0, outcomes: countOutcomes(items) },
    };
    return scorecardView(facts, checklist, items, { worthOf: () => null, transcript: null, seen: null, taken });
  }
}
