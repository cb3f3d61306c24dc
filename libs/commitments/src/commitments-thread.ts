import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { type Transcript } from '#contracts';
import { placeCommitments, type PlacedCommitment, type WhenSpoken } from './place-commitments.rules.js';

export interface CommitmentsQuestion {
  /** The transcript's JSON, as it is sealed. */
  words: Uint8Array;
  when: WhenSpoken;
}

export const commitmentsOfJson = ({ words, when }: CommitmentsQuestion): PlacedCommitment[] =>
  placeCommitments(JSON.parse(new TextDecoder().decode(words)) as Transcript, when);

/** Finds promises in a thread of its own: an hour of words takes longer than the event loop may be held. */
@Injectable()
export class CommitmentsThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<CommitmentsQuestion, PlacedCommitment[]>({
    ...{
      name: 'find-commitments',
      beside: import.meta.url,
      inPlace: commitmentsOfJson,
      wallMs: 120_000,
      memoryMb: 1024,
    },
  });

  /** @throws ThreadFailed */
  find(question: CommitmentsQuestion): Promise<PlacedCommitment[]> {
    return this.thread.ask(question, ownMemory(question.words));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
