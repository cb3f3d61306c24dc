/*
 * Masking, after a recording has words (ADR 0032)
 *   1. What an earlier try cut and did not finish destroying is destroyed, and certified.
 *   2. Words that older rules looked through are looked through again.
 *   3. Card codes that were said are cut out of what is stored (`CutRecordingService`).
 *   4. Where anything sensitive is said, a copy is made that is silent there; until it is there, no ordinary right lets a person listen.
 * Run twice, it masks once: the second finds a copy made by the same words and rules.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext } from '#platform';
import { Recording } from '#recordings';
import { CutRecordingService } from './cut-recording.service.js';
import { MaskedCopies } from './masked-copies.service.js';
import { RedactedWordsService } from './redacted-words.service.js';

@Injectable()
export class MaskRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly words: RedactedWordsService,
    private readonly cutting: CutRecordingService,
    private readonly copies: MaskedCopies,
    private readonly work: WorkService,
  ) {}

  async mask(recordingId: string, { lease, signal }: JobContext): Promise<void> {
    await this.cutting.finish(recordingId);
    // Its parts have words, and are masked, each by itself.
    if ((await this.recording(recordingId)).splitAt)
      return this.source.transaction((tx) => this.work.complete(tx, lease));
    const words = await this.words.lookThrough(await this.recording(recordingId));
    const recording = await this.recording(recordingId);
    await this.cutting.cut(recording, words, await this.words.uncut(recording, words), signal);
    const [newest] = words;
    const spans = newest ? await this.words.silent(recording, newest) : [];
    const now = await this.recording(recordingId);
    await this.copies.settle(now, { newest, spans }, signal, (tx) => this.work.complete(tx, lease));
  }

  private recording(id: string): Promise<Recording> {
    return this.source.manager.findOneByOrFail(Recording, { id });
  }
}
