import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread } from '#platform';
import { maskWords, type MaskAnswer, type MaskQuestion } from './mask-words.rules.js';

/**
 * Masks in a thread of its own: reading and writing an hour's words takes tens of milliseconds, in which no other request would be
 * answered. The thread is started with the first words that have something to hide.
 */
@Injectable()
export class MaskingThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<MaskQuestion, MaskAnswer>({
    name: 'mask-words',
    beside: import.meta.url,
    inPlace: maskWords,
    wallMs: 60_000,
    memoryMb: 512,
  });

  /** @throws ThreadFailed */
  mask(question: MaskQuestion): Promise<MaskAnswer> {
    return this.thread.ask(question);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
