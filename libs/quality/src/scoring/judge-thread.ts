import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { KeptThread, ownMemory } from '#platform';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareJudge, type Cards, type JudgeQuestion } from './prepare-judge.js';

/** Of this process: a service that is made again, as tests make it, need not compile again. */
let inPlace: ((question: JudgeQuestion) => Cards) | undefined;

/** Judges in a thread of its own: reading an hour of words, or hostile ones, would hold the event loop, and with it every lease. */
@Injectable()
export class JudgeThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<JudgeQuestion, Cards>({
    name: 'judge-leg',
    beside: import.meta.url,
    inPlace: (question) => (inPlace ??= prepareJudge(loadLexicons()))(question),
    wallMs: 180_000,
    memoryMb: 1536,
  });

  /** @throws ThreadFailed */
  judge(question: JudgeQuestion): Promise<Cards> {
    return this.thread.ask(question, question.leg ? ownMemory(question.leg.words) : []);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}
