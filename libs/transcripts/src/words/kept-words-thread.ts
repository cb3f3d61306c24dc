import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { keptWords, type KeptWords, type KeptWordsQuestion } from './kept-words.rules.js';

/** Looks at words in a thread of its own: hostile ones take seconds, in which no lease would be renewed. */
@Injectable()
export class KeptWordsThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<KeptWordsQuestion, KeptWords>({
    ...{ name: 'kept-words', beside: import.meta.url, inPlace: keptWords, wallMs: 120_000, memoryMb: 1024 },
  });

  /** The words go over to the thread: who asks has them no more. @throws ThreadFailed */
  look(question: KeptWordsQuestion): Promise<KeptWords> {
    const { words, before } = question;
    return this.thread.ask(question, [words, ...(before ? [before] : [])].flatMap(ownMemory));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
