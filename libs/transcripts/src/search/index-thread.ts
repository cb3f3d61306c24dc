import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { postingsOf, type IndexQuestion } from './index-words.rules.js';
import { type PackedPostings } from './packed-postings.rules.js';

/** Makes tokens of words in a thread of its own. */
@Injectable()
export class IndexThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<IndexQuestion, PackedPostings>({
    ...{ name: 'index-words', beside: import.meta.url, inPlace: postingsOf, wallMs: 120_000, memoryMb: 1024 },
  });

  /** @throws ThreadFailed */
  postings(question: IndexQuestion): Promise<PackedPostings> {
    return this.thread.ask(question, ownMemory(question.words));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
