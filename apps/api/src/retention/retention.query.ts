import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type RetentionView, type ScheduleVersion } from '#contracts';
import { CompanyService, versionsOfOnePerson, type Asker } from '#people';
import { RetentionClock, RetentionScheduleRow, ScheduleService } from '#retention';

/** What retention looks like now, for those who keep it. */
@Injectable()
export class RetentionQuery {
  constructor(
    private readonly source: DataSource,
    private readonly schedules: ScheduleService,
    private readonly clock: RetentionClock,
    private readonly company: CompanyService,
  ) {}

  async view(asker: Asker): Promise<RetentionView> {
    const [current, waiting, published, clock, clients, { region = null }] = await Promise.all([
      this.schedules.current(),
      this.schedules.waiting(),
      this.source.manager.find(RetentionScheduleRow, {
        where: { decision: 'agreed' },
        order: { version: 'DESC' },
        take: 50,
      }),
      this.clock.state(),
      this.clients(),
      this.company.profile(),
    ]);
    const names = await this.names([...published, ...(waiting ? [waiting] : [])], clock.askedBy);
    const ofOne = await versionsOfOnePerson(this.source.manager, published);
    const told = (row: RetentionScheduleRow) => versionOf(row, names, ofOne);
    const { stoppedAt, jumped, jumpedSeconds, askedBy, askedAt } = clock;
    return {
      current: current && told(current),
      waiting: waiting && { ...told(waiting), mine: waiting.proposedByPersonId === asker.personId },
      history: published.map(told),
      stopped: stoppedAt &&
        jumped && {
          at: stoppedAt.toISOString(),
          ...{ jumped, seconds: jumpedSeconds ?? 0 },
          asked: askedAt && {
            by: names.get(askedBy ?? '') ?? null,
            at: askedAt.toISOString(),
            mine: askedBy === asker.personId,
          },
        },
      clients,
      region,
    };
  }

  private clients(): Promise<RetentionView['clients']> {
    return this.source.query(
      `select id as "clientId", jsonb_build_object('zh', name_zh, 'en', name_en) as name from client order by name_en limit 500`,
    );
  }

  private async names(rows: readonly RetentionScheduleRow[], asked: string | null): Promise<Map<string, Bilingual>> {
    const ids = rows.flatMap(({ proposedByPersonId, decidedByPersonId }) => [proposedByPersonId, decidedByPersonId]);
    const people: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [[...ids, asked].filter((id) => id !== null)],
    );
    return new Map(people.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}

function versionOf(row: RetentionScheduleRow, names: Map<string, Bilingual>, ofOne: Set<number>): ScheduleVersion {
  const { version, schedule, reason, proposedByPersonId, proposedAt, decidedByPersonId, decidedAt } = row;
  return {
    version,
    schedule,
    reason,
    proposed: { by: names.get(proposedByPersonId) ?? null, at: proposedAt.toISOString() },
    decided: decidedAt && { by: names.get(decidedByPersonId ?? '') ?? null, at: decidedAt.toISOString() },
    byOnePerson: ofOne.has(version),
  };
}
