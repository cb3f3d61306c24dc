import { Injectable } from '@nestjs/common';
import { type BenchAnswer, type BenchQuestion } from '#contracts';
import { profileHash, type Asker } from '#people';
import {
  BenchThread,
  ChecklistRegister,
  LegToScoreService,
  NO_FACTS,
  writtenTranscript,
  type LegToScore,
} from '#quality';
import { BenchWords } from './bench-words.js';
import { apiRefusals } from '../refusals.js';

/** Judges one dialogue by a draft or a version, with every step told. Files nothing. */
@Injectable()
export class ChecklistBench {
  constructor(
    private readonly register: ChecklistRegister,
    private readonly thread: BenchThread,
    private readonly legs: LegToScoreService,
    private readonly words: BenchWords,
  ) {}

  /** @throws DomainError `checklist_not_found`, `not_found`, `no_transcript`, `no_grant`, `draft_unreadable`, `bench_busy`, `bench_failed` */
  async judge(asker: Asker, checklistId: string, { checklist, dialogue }: BenchQuestion): Promise<BenchAnswer> {
    const profile = await this.legs.profile();
    if (!profile) throw new Error('there is no company profile: set-up has not been run');
    const definition =
      'version' in checklist
        ? (await this.register.version(checklistId, checklist.version)).checklist
        : { ...checklist.definition, version: 1 };
    const leg = 'callId' in dialogue ? await this.words.ofCall(asker, dialogue.callId) : pasted(dialogue);
    const question = { kind: 'judge' as const, definition, leg, profile, profileHash: profileHash(profile) };
    const answer = await this.thread.ask(question);
    if (answer.kind === 'unreadable') throw apiRefusals.draft_unreadable(answer.what);
    if (answer.kind !== 'judged') throw new Error('the bench answered something else than a judgement');
    const { items, turns, ...judged } = answer.judged;
    return { ...judged, items: [...items], turns: [...turns] };
  }
}

type Pasted = Extract<BenchQuestion['dialogue'], { turns: unknown }>;

/** Pasted words say nothing about the phone but their direction. */
const pasted = ({ direction, ...dialogue }: Pasted): LegToScore => ({
  transcript: writtenTranscript(dialogue),
  transcriptVersion: 1,
  facts: { ...NO_FACTS, direction },
});
