import { Controller } from '@nestjs/common';
import { completenessRoutes, type CompletenessBoard, type CompletenessSettings, type GapList } from '#contracts';
import { CompletenessSettingsDesk, GapDesk, type GapActor } from '#completeness';
import { scopeOf, type Asker } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CompletenessBoardQuery } from './completeness.query.js';
import { GapsQuery } from './gaps.query.js';

const actorOf = ({ held, personId }: Asker): GapActor => ({
  personId,
  scope: scopeOf('completeness.mend', held, personId),
});

/** Whether all that is known of calls is there. */
@Controller()
export class CompletenessController {
  constructor(
    private readonly boards: CompletenessBoardQuery,
    private readonly lists: GapsQuery,
    private readonly desk: GapDesk,
    private readonly settings: CompletenessSettingsDesk,
  ) {}

  @Route(completenessRoutes.board)
  board({ asker, query }: Asked<typeof completenessRoutes.board>): Promise<CompletenessBoard> {
    return this.boards.board(asker, query);
  }

  @Route(completenessRoutes.set)
  async set({ asker, body }: Asked<typeof completenessRoutes.set>): Promise<CompletenessSettings> {
    await this.settings.set(body, asker.personId);
    return this.settings.current();
  }

  @Route(completenessRoutes.gaps)
  gaps({ asker, query }: Asked<typeof completenessRoutes.gaps>): Promise<GapList> {
    return this.lists.list(asker, query);
  }

  @Route(completenessRoutes.take)
  take({ asker, gapId }: Asked<typeof completenessRoutes.take>): Promise<void> {
    return this.desk.take(gapId, actorOf(asker));
  }

  @Route(completenessRoutes.ask)
  ask({ asker, gapId, body }: Asked<typeof completenessRoutes.ask>): Promise<void> {
    return this.desk.ask(gapId, body, actorOf(asker));
  }

  @Route(completenessRoutes.decide)
  decide({ asker, gapId, body }: Asked<typeof completenessRoutes.decide>): Promise<void> {
    return this.desk.decide(gapId, body.agree, actorOf(asker));
  }
}
