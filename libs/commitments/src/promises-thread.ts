import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { type PlacedPromise } from './place-promises.rules.js';
import { promisesOfJson, type PromisesQuestion } from './promises-of-json.rules.js';

/** Finds promises in a thread of its own: an hour of words takes longer than the event loop may be held. */
@Injectable()
export class PromisesThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<PromisesQuestion, PlacedPromise[]>({
    ...{ name: 'find-promises', beside: import.meta.url, inPlace: promisesOfJson, wallMs: 120_000, memoryMb: 1024 },
  });

  /** @throws ThreadFailed */
  find(question: PromisesQuestion): Promise<PlacedPromise[]> {
    return this.thread.ask(question, ownMemory(question.words));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
