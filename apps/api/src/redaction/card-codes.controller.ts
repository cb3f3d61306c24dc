import { Controller } from '@nestjs/common';
import { cardCodesRoutes, type DoubtfulCodes } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CardCodesDesk } from './card-codes-desk.service.js';
import { CardCodesQuery } from './card-codes.query.js';

/** Stretches that may be a card's code. In doubt nothing is cut out of a stored recording; a person decides. */
@Controller()
export class CardCodesController {
  constructor(
    private readonly query: CardCodesQuery,
    private readonly desk: CardCodesDesk,
  ) {}

  @Route(cardCodesRoutes.waiting)
  waiting({ asker }: Asked<typeof cardCodesRoutes.waiting>): Promise<DoubtfulCodes> {
    return this.query.waiting(asker);
  }

  @Route(cardCodesRoutes.answer)
  async answer({ asker, callId, body: answer }: Asked<typeof cardCodesRoutes.answer>): Promise<void> {
    await this.desk.answer(asker, callId, answer);
  }
}
