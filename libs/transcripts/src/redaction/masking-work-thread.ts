import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread } from '#platform';
import { maskingWork, type MaskingAnswer, type MaskingQuestion, type MaskingWork } from './masking-work.rules.js';

/** Takes the words of a recording that is masked apart in a thread of its own. */
@Injectable()
export class MaskingWorkThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<MaskingQuestion, MaskingAnswer>({
    ...{ name: 'mask-recording', beside: import.meta.url, inPlace: maskingWork, wallMs: 120_000, memoryMb: 1024 },
  });

  /** @throws ThreadFailed */
  async ask<Do extends keyof MaskingWork>(what: Do, of: MaskingWork[Do]['asks']): Promise<MaskingWork[Do]['answer']> {
    return (await this.thread.ask({ do: what, of } as MaskingQuestion)) as MaskingWork[Do]['answer'];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
