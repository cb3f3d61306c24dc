import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallRow, type WordSearchQuery, type WordSearchResult, type WordSearchResults } from '#contracts';
import { JournalService } from '#journal';
import { noteGrantUse } from '#legal';
import { type Asker } from '#people';
import { newId } from '#platform';
import { WithheldResults } from '#reviews';
import { readQuery, type Term } from '#transcripts';
import { LEG_NUMBER } from '../coaching/moments.query.js';
import { rowOf, rowsOf, type CallRecord } from '../call/list/call-row.js';
import {
  CandidatesQuery,
  readSearchCursor,
  writeSearchCursor,
  type Candidate,
  type Question,
  type SearchCursor,
} from './candidates.query.js';
import { FoundWords } from './found-words.js';
import { matchesIn, type Matches } from './matches.rules.js';
import { apiRefusals } from '../refusals.js';

/** Transcripts opened for one page at most; what lies farther is asked for with the page's cursor. */
const MOST_OPENED = 60;

interface Hit {
  candidate: Candidate;
  grantId: string;
  matches: Matches;
}

/** Finds calls by what was said in them: keyed tokens give candidates, the masked words of each decide. */
@Injectable()
export class WordSearchService {
  constructor(
    private readonly source: DataSource,
    private readonly candidates: CandidatesQuery,
    private readonly words: FoundWords,
    private readonly journal: JournalService,
    private readonly withheld: WithheldResults,
  ) {}

  /** @throws DomainError `bad_search` | `bad_cursor` */
  async search(asker: Asker, asked: WordSearchQuery): Promise<WordSearchResults> {
    const { words, speaker, cursor, limit, ...filters } = asked;
    const terms = termsOf(words);
    const question: Question = { asker, terms, filters, speaker };
    const { hits, last, more } = await this.gather(question, placeOf(cursor), limit);
    await this.tell(asker, terms, hits);
    const withheld = await this.withheld.of(asker);
    const items = await Promise.all(hits.map((hit) => this.resultOf(hit, withheld)));
    return { items, nextCursor: more && last ? writeSearchCursor(last) : null, indexing: await this.isIndexing() };
  }

  /** Opens candidates until the page is full, they end, or enough were opened. */
  private async gather(question: Question, from: SearchCursor | null, limit: number) {
    const hits: Hit[] = [];
    let last = from;
    for (let opened = 0; opened < MOST_OPENED;) {
      const batch = await this.candidates.page(question, last, limit);
      for (const candidate of batch) {
        last = candidate;
        opened++;
        const found = await this.words.open(question.asker, candidate);
        const matches = found && matchesIn(found.transcript, question.terms, question.speaker);
        if (found && matches) hits.push({ candidate, grantId: found.grantId, matches });
        if (hits.length === limit) return { hits, last, more: true };
      }
      if (batch.length < limit) return { hits, last, more: false };
    }
    return { hits, last, more: true };
  }

  /** Committed before any word of them is sent. */
  private async tell(asker: Asker, terms: readonly Term[], hits: readonly Hit[]): Promise<void> {
    const searchId = newId();
    const token = asker.tokenId === null ? {} : { tokenId: asker.tokenId };
    const actorPersonId = asker.personId;
    await this.source.transaction(async (tx) => {
      const searched = { searchId, terms: terms.length, shown: hits.length, ...token };
      await this.journal.append(tx, 'words.searched', searched, { actorPersonId });
      await this.journal.appendMany(
        tx,
        'transcript.excerpted',
        hits.map(({ candidate: { transcriptId, callId }, grantId }) => ({
          details: { transcriptId, grantId, searchId },
          about: { callId, actorPersonId },
        })),
      );
      await noteGrantUse(
        tx,
        hits.map(({ grantId }) => ({ grantId, personId: actorPersonId, action: 'read' })),
      );
    });
  }

  private async resultOf({ candidate, matches }: Hit, withheld: readonly string[]): Promise<WordSearchResult> {
    const { callId, legId, transcriptId } = candidate;
    const call = await this.rowOfLeg(callId, legId, withheld);
    const [place]: { leg: number }[] = await this.source.query(`select ${LEG_NUMBER} as leg from leg where id = $1`, [
      legId,
    ]);
    return { call, legId, leg: place?.leg ?? 1, transcriptId, matches: matches.shown, turns: matches.turns };
  }

  /** The row of a call as one leg of it has it: agent, length, score. */
  private async rowOfLeg(callId: string, legId: string, withheld: readonly string[]): Promise<CallRow> {
    const [record]: CallRecord[] = await this.source.query(
      rowsOf('select * from call where id = $1', 'leg.id = $2::uuid', 'leg.id <> all($3::uuid[])'),
      [callId, legId, withheld],
    );
    if (!record) throw new Error(`leg ${legId} is not of call ${callId}`);
    return rowOf(record);
  }

  /** What is due and what was given up have an index each; what is done, of which there is the most, has none by its job. */
  private async isIndexing(): Promise<boolean> {
    const [row]: { indexing: boolean }[] = await this.source.query(
      `select exists (select 1 from work where job = 'index-words' and done_at is null and failed_at is null)
         or exists (select 1 from work where job = 'index-words' and done_at is null and failed_at is not null) as indexing`,
    );
    return row?.indexing ?? false;
  }
}

function termsOf(words: string): readonly Term[] {
  const query = readQuery(words);
  if ('terms' in query) return query.terms;
  throw apiRefusals[`search_${query.refused}`]();
}

function placeOf(cursor: string | undefined): SearchCursor | null {
  if (cursor === undefined) return null;
  const place = readSearchCursor(cursor);
  if (place) return place;
  throw apiRefusals.search_cursor();
}
