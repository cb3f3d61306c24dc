import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Language } from '#contracts';
import { CompanyService } from '#people';
import { ENV, type Env } from '#platform';
import { type Recording } from '#recordings';
import { createLanguageListener, type LanguageListener, WarmWhisper, type ExpectedPerson } from './engines/index.js';
import { type LineUp, lineUpEngines } from './line-up-engines.js';
import { LiveWords } from './live/live-words.js';

/** More people than this take no part in one call, and each makes recognition slower. */
const MOST_PEOPLE = 4;

/** Who may be named in a leg: its agent, and those whom the call was put through to or came from, nearest first. */
async function peopleOnCall(manager: EntityManager, legId: string): Promise<ExpectedPerson[]> {
  const rows: { name_zh: string; name_en: string; staff_number: string }[] = await manager.query(
    `select person.name_zh, person.name_en, person.staff_number
     from leg own join leg other on other.call_id = own.call_id join person on person.id = other.person_id
     where own.id = $1
     group by person.id
     order by min(abs(other.position - own.position)), min(other.position)
     limit ${MOST_PEOPLE}`,
    [legId],
  );
  return rows.map((row) => ({ zh: row.name_zh, en: row.name_en, staffNumber: row.staff_number }));
}

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
