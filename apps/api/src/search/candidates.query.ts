import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type CallFilters, type Speaker } from '#contracts';
import { Leg, agentLeg } from '#calls';
import { OPEN_TO_STANDING_GRANTS } from '#legal';
import { type Asker } from '#people';
import { Postings, type Posting, type Term } from '#transcripts';
import { ListedCalls } from '../call/list/listed-calls.js';
import { Parameters } from '../reach/visible-legs.js';

/** Where a page of results ended: the start of a call in microseconds, and its number in the index. */
export interface SearchCursor {
  startedAtMicros: string;
  doc: number;
}

const FORM = /^(-?\d{1,17})\.(\d{1,10})$/;

export const writeSearchCursor = ({ startedAtMicros, doc }: SearchCursor): string =>
  Buffer.from(`${startedAtMicros}.${doc}`).toString('base64url');

/** @returns null when it is no cursor of ours */
export function readSearchCursor(text: string): SearchCursor | null {
  const [, startedAtMicros, doc] = FORM.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  return startedAtMicros !== undefined && doc !== undefined ? { startedAtMicros, doc: Number(doc) } : null;
}

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
