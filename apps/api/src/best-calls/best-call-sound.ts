import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isSilenced, SoundGate } from '#legal';
import { type BestCallHindrance } from '#contracts';
import { Recording } from '#recordings';
import { listenRefusal } from '../call/page/listen-refusal.rules.js';

/** Whether the silenced sound of a recording can be heard now: what is published is that alone. */
@Injectable()
export class BestCallSound {
  constructor(
    private readonly source: DataSource,
    private readonly gate: SoundGate,
  ) {}

  /** @returns why it cannot; null where it can */
  async hindrance(recordingId: string): Promise<BestCallHindrance | null> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    if (listenRefusal(recording, true)) return 'shut';
    const answer = await this.gate.ask(recording, { rendition: 'masked' });
    if ('refuse' in answer) return answer.refuse;
    if (isSilenced(answer.sound)) return null;
    return answer.sound === 'trial' ? 'trial' : 'unchecked';
  }
}
