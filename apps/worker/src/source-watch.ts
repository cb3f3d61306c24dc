import { Injectable } from '@nestjs/common';
import { sourceSubject, type AlarmKind, type SourceHealth } from '#contracts';
import { SourceHealthService } from '#intake';
import { Alarms } from '#notifications';

const KINDS: Partial<Record<SourceHealth, AlarmKind>> = {
  silent: 'source_silent',
  blocked: 'source_blocked',
  aside: 'source_aside',
};

/** Tells administrators once of a telephone system that needs them, and once when it is well again. */
@Injectable()
export class SourceWatch {
  constructor(
    private readonly alarms: Alarms,
    private readonly health: SourceHealthService,
  ) {}

  /** @returns how many alarms were raised or taken back */
  async watch(): Promise<number> {
    const sources = await this.health.all();
    return this.alarms.set(
      sources.map(({ name, health }) => ({ subject: sourceSubject(name), kind: KINDS[health] ?? null, code: null })),
    );
  }
}
