import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Language } from '#contracts';
import { CompanyService } from '#people';
import { ENV, type Env } from '#platform';
import { type Recording } from '#recordings';
import { createLanguageListener, type LanguageListener, WarmWhisper } from './engines/index.js';
import { type LineUp, lineUpEngines } from './line-up-engines.js';
import { LiveWords } from './live/live-words.js';
import { peopleOnCall } from './people-on-call.js';

/** Lines engines up for the recordings of this installation; keeps their models loaded between calls. */
@Injectable()
export class EngineLineUp implements OnApplicationShutdown {
  private readonly warm = new WarmWhisper();

  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onApplicationShutdown(): void {
    this.warm.close();
  }

  /** Words of calls that go on now, by the same children. */
  get live(): LiveWords {
    return new LiveWords(this.env, this.warm);
  }

  /** What tells the language of a call; undefined where nothing on this machine can. */
  listener(): Promise<LanguageListener | undefined> {
    return createLanguageListener(this.env, this.warm);
  }

  /** @throws DomainError whose code is an attention reason, when there is no engine for it */
  plan(
    language: Language,
    { sampleRate: recordedSampleRate, legId }: Pick<Recording, 'sampleRate' | 'legId'>,
    hasProvidedWords: boolean,
  ): Promise<LineUp> {
    return lineUpEngines(this.env, this.warm, {
      ...{ language, recordedSampleRate, hasProvidedWords },
      profile: () => this.company.profile(),
      people: () => peopleOnCall(this.source.manager, legId),
    });
  }
}
