/*
 * A phrase list of a draft tried on drawn calls.
 *   1. The draw gives ids. The client asks for them in pieces, so that one who leaves ends the work, and nothing of a trial is kept here.
 *   2. Each piece asks again what the asker may read, writes the journal, and hands the words to the bench's thread, which hides what is
 *      sensitive before it matches. Ids, places and counts are answered.
 *   3. The words of a few places are shown as those of a search are: under a grant, journalled call by call.
 */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type DrawnCalls,
  type PhraseDraw,
  type PhrasePiece,
  type PhrasePieceAnswer,
  type PhrasePlaces,
  type ShownPhrase,
  type ShownPhrases,
} from '#contracts';
import { JournalService } from '#journal';
import { noteGrantUse } from '#legal';
import { CompanyService, profileHash, type Asker } from '#people';
import { newId } from '#platform';
import { BenchThread } from '#quality';
import { apiRefusals } from '../refusals.js';
import { FoundWords } from '../search/found-words.js';
import { matchOf } from '../search/matches.rules.js';
import { sumOfPiece, type TriedLeg } from './phrase-sums.rules.js';
import { TrialCallsQuery, type TrialCall } from './trial-calls.query.js';
import { TrialPieces } from './trial-pieces.service.js';

interface Opened {
  place: ShownPhrase;
  grantId: string;
  transcriptId: string;
}

@Injectable()
export class PhraseTrials {
  constructor(
    private readonly source: DataSource,
    private readonly calls: TrialCallsQuery,
    private readonly pieces: TrialPieces,
    private readonly words: FoundWords,
    private readonly thread: BenchThread,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
  ) {}

  async draw(asker: Asker, { languages, seed = randomBytes(16).toString('hex') }: PhraseDraw): Promise<DrawnCalls> {
    return { trialId: newId(), seed, ...(await this.calls.draw(asker, languages, seed)) };
  }

  /** @throws DomainError `checklist_id_differs`, `draft_unreadable`, `bench_busy`, `bench_failed` */
  async piece(asker: Asker, checklistId: string, piece: PhrasePiece): Promise<PhrasePieceAnswer> {
    const { definition: draft, list, legIds } = piece;
    const profile = await this.company.profile();
    const question = { kind: 'phrases' as const, draft, list, profile, profileHash: profileHash(profile) };
    const tried: TriedLeg[] = [];
    for await (const opened of this.pieces.of(asker, checklistId, piece)) {
      const answer = await this.thread.ask({ ...question, calls: opened.map(({ words }) => words) });
      if (answer.kind === 'unreadable') throw apiRefusals.draft_unreadable(answer.what);
      if (answer.kind !== 'tried') throw new Error('the bench answered something else than a trial');
      tried.push(...answer.calls.map((one, i) => ({ ...one, call: opened[i]!.call })));
    }
    return sumOfPiece(tried, new Set(legIds).size);
  }

  async shown(asker: Asker, checklistId: string, { trialId, places }: PhrasePlaces): Promise<ShownPhrases> {
    const calls = new Map(
      (
        await this.calls.of(
          asker,
          places.map(({ legId }) => legId),
        )
      ).map((one) => [one.legId, one]),
    );
    const shown: (Opened | null)[] = [];
    for (const place of places) {
      const call = calls.get(place.legId);
      shown.push(call ? await this.placeOf(asker, call, place) : null);
    }
    await this.tell(
      asker,
      { trialId, checklistId },
      shown.filter((one) => one !== null),
    );
    return { places: shown.map((one) => one?.place ?? null) };
  }

  /** null where the words were replaced since they were tried: the place would be another. */
  private async placeOf(
    asker: Asker,
    call: TrialCall,
    { transcriptId, turn: index, fromChar, toChar }: PhrasePlaces['places'][number],
  ): Promise<Opened | null> {
    if (transcriptId !== call.transcriptId) return null;
    const found = await this.words.open(asker, call);
    const turn = found?.transcript.turns.find((one) => one.index === index);
    if (!found || !turn || toChar > turn.text.length || fromChar >= toChar) return null;
    const { callId, leg, startedAt } = call;
    const match = matchOf({ turn, found: [{ fromChar, toChar }] });
    const place = { callId, leg, startedAt: startedAt.toISOString(), match };
    return { place, grantId: found.grantId, transcriptId };
  }

  /** Committed before any word is sent; a call of which several places are shown is told once. */
  private async tell(
    asker: Asker,
    { trialId, checklistId }: { trialId: string; checklistId: string },
    opened: readonly Opened[],
  ): Promise<void> {
    const actorPersonId = asker.personId;
    const once = [...new Map(opened.map((one) => [one.transcriptId, one])).values()];
    await this.source.transaction(async (tx) => {
      await this.journal.appendMany(
        tx,
        'transcript.excerpted',
        once.map(({ place: { callId }, grantId, transcriptId }) => ({
          details: { transcriptId, grantId, searchId: trialId, checklistId },
          about: { callId, actorPersonId },
        })),
      );
      await noteGrantUse(
        tx,
        once.map(({ grantId }) => ({ grantId, personId: actorPersonId, action: 'read' })),
      );
    });
  }
}
