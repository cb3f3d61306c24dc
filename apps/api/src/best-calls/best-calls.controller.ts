import { Controller } from '@nestjs/common';
import { BestCalls, coachingRefusals } from '#coaching';
import { bestCallsRoutes, type BestCall, type BestCallList, type MomentWords, type Play } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CoachedPeople } from '../coaching/coached-person.js';
import { BestCallPlays } from './best-call-plays.service.js';
import { BestCallSound } from './best-call-sound.js';
import { BestCallWords } from './best-call-words.js';
import { BestCallsQuery } from './best-calls.query.js';

/** Best calls: nominated, agreed to, published by a second person, heard. */
@Controller()
export class BestCallsController {
  constructor(
    private readonly query: BestCallsQuery,
    private readonly people: CoachedPeople,
    private readonly bestCalls: BestCalls,
    private readonly sound: BestCallSound,
    private readonly plays: BestCallPlays,
    private readonly cut: BestCallWords,
  ) {}

  @Route(bestCallsRoutes.list)
  list({ asker, query }: Asked<typeof bestCallsRoutes.list>): Promise<BestCallList> {
    return this.query.list(asker, query);
  }

  @Route(bestCallsRoutes.nominate)
  async nominate({ asker, body }: Asked<typeof bestCallsRoutes.nominate>): Promise<BestCall> {
    const [{ callId } = body] = await this.people.reached(asker, [body], 'best_calls.manage');
    return this.query.one(asker, await this.bestCalls.nominate({ ...body, callId }, asker.personId));
  }

  @Route(bestCallsRoutes.agree)
  async agree({ asker, bestCallId }: Asked<typeof bestCallsRoutes.agree>): Promise<BestCall> {
    await this.query.assertMay(asker, bestCallId, 'agent');
    await this.bestCalls.agree(bestCallId, asker.personId);
    return this.query.one(asker, bestCallId);
  }

  @Route(bestCallsRoutes.decline)
  async decline({ asker, bestCallId }: Asked<typeof bestCallsRoutes.decline>): Promise<BestCall> {
    const { agreedAt } = await this.query.assertMay(asker, bestCallId, 'agent');
    await this.bestCalls.end(bestCallId, agreedAt ? 'agreement_taken_back' : 'declined', asker.personId);
    return this.query.one(asker, bestCallId);
  }

  @Route(bestCallsRoutes.publish)
  async publish({ asker, bestCallId }: Asked<typeof bestCallsRoutes.publish>): Promise<BestCall> {
    const { recordingId } = await this.query.assertMay(asker, bestCallId, 'manager');
    if (await this.sound.hindrance(recordingId)) throw coachingRefusals.best_call_hindered();
    await this.bestCalls.publish(bestCallId, asker.personId);
    return this.query.one(asker, bestCallId);
  }

  @Route(bestCallsRoutes.withdraw)
  async withdraw({ asker, bestCallId, body }: Asked<typeof bestCallsRoutes.withdraw>): Promise<BestCall> {
    await this.query.assertMay(asker, bestCallId, 'manager');
    await this.bestCalls.end(bestCallId, 'withdrawn', asker.personId, body.reason);
    return this.query.one(asker, bestCallId);
  }

  @Route(bestCallsRoutes.words)
  async words({ asker, bestCallId }: Asked<typeof bestCallsRoutes.words>): Promise<MomentWords> {
    await this.query.one(asker, bestCallId);
    return this.cut.of(asker, bestCallId);
  }

  @Route(bestCallsRoutes.play)
  async play({ asker, bestCallId }: Asked<typeof bestCallsRoutes.play>): Promise<Play> {
    await this.query.one(asker, bestCallId);
    return this.plays.open(asker, bestCallId);
  }
}
