import { Injectable } from '@nestjs/common';
import { NoticeService, SessionService, type Asker } from '#people';

/** What of people a listening rests on. */
@Injectable()
export class PeopleToAsk {
  constructor(
    private readonly notices: NoticeService,
    private readonly sessions: SessionService,
  ) {}

  told(personId: string): Promise<{ announced: boolean; acknowledged: boolean }> {
    return this.notices.listeningIn(personId);
  }

  signedIn(sessionIds: readonly string[]): Promise<Map<string, Asker>> {
    return this.sessions.liveAmong(sessionIds);
  }
}
