import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { type PlacedCommitment } from './place-commitments.rules.js';
import { commitmentsOfJson, type CommitmentsQuestion } from './commitments-of-json.rules.js';

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
