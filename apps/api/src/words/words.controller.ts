import { Controller } from '@nestjs/common';
import { wordsRoutes, type WordsVersionList } from '#contracts';
import { HearAgain } from '#transcripts';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { WordsCorrections } from './words-corrections.service.js';
import { WordsVersionsQuery } from './words-versions.query.js';

/** What happens to a call's words after they were there first. */
@Controller()
export class WordsController {
  constructor(
    private readonly access: CallAccess,
    private readonly versions: WordsVersionsQuery,
    private readonly corrections: WordsCorrections,
    private readonly hearing: HearAgain,
  ) {}

  @Route(wordsRoutes.list)
  list({ asker, callId }: Asked<typeof wordsRoutes.list>): Promise<WordsVersionList> {
    return this.versions.list(asker, callId);
  }

  @RawRoute(wordsRoutes.one)
  one({ asker, callId, transcriptId }: Asked<typeof wordsRoutes.one>): Promise<string> {
    return this.versions.one(asker, callId, transcriptId);
  }

  @Route(wordsRoutes.correct)
  correct({ asker, callId, body }: Asked<typeof wordsRoutes.correct>): Promise<{ transcriptId: string }> {
    return this.corrections.correct(asker, callId, body);
  }

  @Route(wordsRoutes.rehear)
  async rehear({ asker, callId }: Asked<typeof wordsRoutes.rehear>): Promise<void> {
    const legs = await this.access.legs(asker, callId, 'transcripts.rehear');
    const legIds = legs.map(({ id }) => id);
    await this.hearing.ask({ callIds: partsOf(legs), legIds }, asker.personId);
  }
}
