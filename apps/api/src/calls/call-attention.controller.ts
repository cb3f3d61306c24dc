import { Controller } from '@nestjs/common';
import { callAttentionRoutes } from '#contracts';
import { CallAttentionService } from '#calls';
import { workableSubjects } from '#recordings';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

/** What a person does about one call that needs attention. */
@Controller()
export class CallAttentionController {
  constructor(
    private readonly access: CallAccess,
    private readonly attention: CallAttentionService,
  ) {}

  @Route(callAttentionRoutes.retry)
  async retry({ asker, callId }: Asked<typeof callAttentionRoutes.retry>): Promise<void> {
    const legs = await this.access.legs(asker, callId, 'calls.retry');
    await this.attention.retry(partsOf(legs), asker.personId, workableSubjects);
  }

  @Route(callAttentionRoutes.giveUp)
  async giveUp({ asker, callId, body: why }: Asked<typeof callAttentionRoutes.giveUp>): Promise<void> {
    const legs = await this.access.legs(asker, callId, 'calls.give_up');
    await this.attention.giveUp(partsOf(legs), why, asker.personId);
  }
}
