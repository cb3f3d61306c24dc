import { Controller } from '@nestjs/common';
import { processingRoutes, type GroupMoved, type ProcessingBoard } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { AttentionGroups } from './attention-groups.service.js';
import { BoardQuery } from './board.query.js';

@Controller()
export class ProcessingController {
  constructor(
    private readonly query: BoardQuery,
    private readonly groups: AttentionGroups,
  ) {}

  @Route(processingRoutes.board)
  board({ asker }: Asked<typeof processingRoutes.board>): Promise<ProcessingBoard> {
    return this.query.board(asker);
  }

  @Route(processingRoutes.retry)
  retry({ asker, body: group }: Asked<typeof processingRoutes.retry>): Promise<GroupMoved> {
    return this.groups.retry(asker, group);
  }

  @Route(processingRoutes.giveUp)
  giveUp({ asker, body: request }: Asked<typeof processingRoutes.giveUp>): Promise<GroupMoved> {
    return this.groups.giveUp(asker, request);
  }
}
