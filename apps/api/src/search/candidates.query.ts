import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type CallFilters, type Speaker } from '#contracts';
import { Leg, agentLeg } from '#calls';
import { OPEN_TO_STANDING_GRANTS } from '#legal';
import { type Asker } from '#people';
import { Postings, type Posting, type Term } from '#transcripts';
import { ListedCalls } from '../call/list/listed-calls.js';
import { Parameters } from '../reach/visible-legs.js';
import { type SearchCursor } from './search-cursor.rules.js';

/** What is looked for, by whom and where. */
export interface Question {
  asker: Asker;
  terms: readonly Term[];
  filters: CallFilters;
  speaker?: Speaker | undefined;
}

/** A leg that may hold the terms, and whose words the asker's right reaches. */
export interface Candidate extends Posting {
  callId: string;
  personId: string;
  takenByPersonId: string;
  teamId: string;
}

/** What the index of words gives within the rights and filters of a question. */
@Injectable()
export class CandidatesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly postings: Postings,
    private readonly listed: ListedCalls,
  ) {}

  async page(
    { asker, filters, terms, speaker }: Question,
    after: SearchCursor | null,
    limit: number,
  ): Promise<Candidate[]> {
    const parameters = new Parameters();
    const leg = await this.listed.condition({ asker, permission: 'transcripts.read', filters }, parameters);
    // A recording that a standing grant does not open is not named either, and takes no place in the page.
    const recording = OPEN_TO_STANDING_GRANTS('recording');
    const found = await this.postings.page({ terms, speaker, leg, recording, after, limit }, parameters);
    const legs = await this.source.manager.findBy(Leg, { id: In(found.map(({ legId }) => legId)) });
    const byId = new Map(
      legs
        .map(agentLeg)
        .map(({ id, callId, personId, takenByPersonId, teamId }) => [
          id,
          { callId, personId, takenByPersonId, teamId },
        ]),
    );
    return found.flatMap((posting) => {
      const whose = byId.get(posting.legId);
      return whose ? [{ ...posting, ...whose }] : [];
    });
  }
}
