import { Controller } from '@nestjs/common';
import { listeningRoutes as routes, type Listening } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ListeningDesk } from './listening-desk.service.js';

/** Listening in on calls that go on. */
@Controller()
export class ListeningController {
  constructor(private readonly desk: ListeningDesk) {}

  @Route(routes.open)
  open({ asker, liveCallId }: Asked<typeof routes.open>): Promise<Listening> {
    return this.desk.open(asker, liveCallId);
  }
}
