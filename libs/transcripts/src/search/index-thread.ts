import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { postingArrays, type IndexQuestion, type PostingArrays } from './index-words.rules.js';

/** Makes tokens of words in a thread of its own. */
@Injectable()
export class IndexThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<IndexQuestion, PostingArrays>({
    ...{ name: 'index-words', beside: import.meta.url, inPlace: postingArrays, wallMs: 120_000, memoryMb: 1024 },
  });

  /** @throws ThreadFailed */
  postings(question: IndexQuestion): Promise<PostingArrays> {
    return this.thread.ask(question, ownMemory(question.words));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
