import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Language } from '#contracts';
import { CompanyService } from '#people';
import { ENV, type Env } from '#platform';
import { WarmWhisper } from './engines/index.js';
import { type BenchPlan, lineUpEngines } from './line-up-engines.js';

/** Lines engines up for the recordings of this installation; keeps their models loaded between calls. */
@Injectable()
export class EngineBench implements OnApplicationShutdown {
  private readonly warm = new WarmWhisper();

  constructor(
    private readonly company: CompanyService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onApplicationShutdown(): void {
    this.warm.close();
  }

  /** @throws DomainError whose code is an attention reason, when there is no engine for it */
  plan(language: Language, recordedSampleRate: number, hasProvidedWords: boolean): Promise<BenchPlan> {
    const profile = () => this.company.profile();
    return lineUpEngines(this.env, this.warm, { language, recordedSampleRate, hasProvidedWords, profile });
  }
}
