import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CompanyProfileVersion, profileHash } from '#people';
import { KeyDestroyed, KeyMissing, SealedObjectDamaged } from '#platform';
import { ChecklistVersion } from '../checklists/checklist.entity.js';
import { readChecklist } from '../checklists/load-checklist.js';
import { contentHash } from '../content-hash.rules.js';
import { type Scorecard } from '../scorecard.entity.js';
import { resultHash } from '../scoring/automatic-card.js';
import { prepareChecklist, RECKONINGS } from '../scoring/judge-checklist.rules.js';
import { LegToScoreService, type StoredWords } from '../scoring/leg-to-score.service.js';
import { prepareReader } from '../scoring/score.rules.js';
import { type JudgedBy } from '../scoring/judged-by.rules.js';
import { LexiconSets } from './lexicon-sets.js';
import { differences, figuresFit, filedResult, type NoReplay, type Replay } from './replay.rules.js';

type Reader = ReturnType<typeof prepareReader>;

const cannot = (why: NoReplay): Replay => ({ verdict: 'cannot', why });

/**
 * Judges a filed automatic card again by the very versions that it names, and compares the bytes.
 *   1. What the card names must be on file, and be what its name says.
 *   2. The card's own row must give the hash that it states: else it was altered after it was filed.
 *   3. The replay must give that hash again.
 * Nothing is written.
 */
@Injectable()
export class ReplayService {
  private readonly readers = new Map<string, Reader>();

  constructor(
    private readonly source: DataSource,
    private readonly legs: LegToScoreService,
    private readonly lexicons: LexiconSets,
  ) {}

  async replay(card: Scorecard): Promise<Replay> {
    if (!Object.hasOwn(RECKONINGS, card.engineHash)) return cannot('engine_changed');
    const version = await this.source.manager.findOneByOrFail(ChecklistVersion, {
      checklistId: card.checklistId,
      version: card.checklistVersion,
    });
    const { checklist } = readChecklist(version.definition);
    if (contentHash(checklist) !== version.sha256) return { verdict: 'altered', what: 'checklist' };
    const reader = await this.reader(card);
    if (typeof reader !== 'function') return reader;
    if (card.inputs === null) return cannot('inputs_unknown');
    const words = await this.words(card);
    if ('verdict' in words) return words;
    const filed = filedResult(card, checklist, words.transcriptVersion);
    if (resultHash(filed) !== card.resultSha256 || !figuresFit(card, filed))
      return { verdict: 'altered', what: 'card' };
    const { notTrusted = [], acts: _, ...inputs } = card.inputs as JudgedBy;
    const scored = prepareChecklist(checklist).judge(reader({ ...inputs, ...words }), {
      notTrusted,
      engine: card.engineHash,
    });
    if (resultHash(scored) === card.resultSha256) return { verdict: 'same' };
    return { verdict: 'differs', items: differences(card.items, scored.items) };
  }

  private async reader({ lexiconHash, profileHash: named }: Scorecard): Promise<Reader | Replay> {
    const key = `${lexiconHash} ${named ?? ''}`;
    const known = this.readers.get(key);
    if (known) return known;
    const lexicons = await this.lexicons.find(lexiconHash);
    if (lexicons === null) return cannot('lexicons_unknown');
    if (lexicons === 'altered') return { verdict: 'altered', what: 'lexicons' };
    const version =
      named === null ? null : await this.source.manager.findOneBy(CompanyProfileVersion, { sha256: named });
    if (!version) return cannot('profile_unknown');
    if (profileHash(version.profile) !== named) return { verdict: 'altered', what: 'profile' };
    const reader = prepareReader({ lexicons, profile: version.profile });
    this.readers.set(key, reader);
    return reader;
  }

  private async words({ transcriptId, inputs }: Scorecard): Promise<StoredWords | Replay> {
    if (transcriptId === null) return cannot('no_words');
    const { acts } = inputs as JudgedBy;
    try {
      const words = (await this.legs.words(transcriptId, acts)) ?? cannot('words_destroyed');
      return acts && 'transcript' in words && !words.acts ? cannot('inputs_unknown') : words;
    } catch (error) {
      if (error instanceof KeyDestroyed || error instanceof KeyMissing) return cannot('words_destroyed');
      if (error instanceof SealedObjectDamaged) return cannot('words_damaged');
      throw error;
    }
  }
}
