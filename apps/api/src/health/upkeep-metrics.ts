import { Inject, Injectable } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { type ScheduleView } from '#contracts';
import { ENV, isUnhealthy, lookAtDisks, readSchedules, type Env } from '#platform';

/** Seconds since the newest good run of a kind; NaN where there was none. */
const AGE = `select extract(epoch from now() - max(started_at))::float8 as n from upkeep_run where kind = $1 and ok is not null`;

/** What the installation looks after, for Prometheus. What was never looked at is NaN and never 0. */
@Injectable()
export class UpkeepMetrics {
  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  register(registry: Registry): void {
    this.schedules(registry);
    this.disks(registry);
    const ages = {
      shouwen_backup_age_seconds: ['backup', 'Age of the newest whole backup of the database; NaN when there is none'],
      shouwen_restore_drill_age_seconds: ['drill', 'Since a backup was last restored well; NaN when none was'],
      shouwen_objects_check_age_seconds: [
        'integrity',
        'Since stored objects were last checked; NaN when they never were',
      ],
      shouwen_key_check_age_seconds: [
        'keys',
        'Since both copies of the keys were last compared; NaN when they never were',
      ],
    } as const;
    for (const [name, [kind, help]] of Object.entries(ages)) this.gauge(registry, name, help, () => this.age(kind));
    this.gauge(
      registry,
      'shouwen_objects_damaged',
      'Stored objects that are not what was sealed and could not be repaired; NaN while none was ever checked',
      () => this.damaged(),
    );
  }

  private async damaged(): Promise<number> {
    const [row]: { n: number; checked: boolean }[] = await this.source.query(
      `select (select count(*)::int from stored_object where damaged_at is not null) as n,
         exists (select from upkeep_run where kind = 'integrity' and ok is not null) as checked`,
    );
    return row && (row.checked || row.n > 0) ? row.n : Number.NaN;
  }

  private async age(kind: string): Promise<number> {
    // A failed backup or trial does not count; a check that found something does.
    const good = kind === 'backup' || kind === 'drill' ? `${AGE} and ok` : AGE;
    const [row]: { n: number | null }[] = await this.source.query(good, [kind]);
    return row?.n ?? Number.NaN;
  }

  /** Each figure reads for itself: they are collected at once, in no order. */
  private schedules(registry: Registry): void {
    const figure = (name: string, help: string, of: (one: ScheduleView) => number) =>
      this.labelled(registry, { name, help, label: 'schedule' }, async () =>
        (await readSchedules(this.source)).map((one) => [one.name, of(one)] as const),
      );
    figure('shouwen_schedule_ill', '1: a schedule is later than it may be, or keeps failing', (one) =>
      Number(isUnhealthy(one)),
    );
    figure('shouwen_schedule_success_age_seconds', 'Since a schedule last succeeded; NaN when it never did', (one) =>
      one.lastSuccessAt === null ? Number.NaN : (Date.now() - Date.parse(one.lastSuccessAt)) / 1000,
    );
  }

  private disks(registry: Registry): void {
    const free = {
      name: 'shouwen_disk_free_bytes',
      help: 'Room on each disk of this machine, by what lies there first',
      label: 'place',
    };
    this.labelled(registry, free, async () =>
      (await lookAtDisks(this.env)).map(({ place, freeBytes }) => [place, freeBytes ?? Number.NaN] as const),
    );
    this.gauge(registry, 'shouwen_uploads_refused', '1: recordings are not taken, because a disk is full', async () =>
      Number((await lookAtDisks(this.env)).some(({ refuses, state }) => refuses && state === 'full')),
    );
  }

  private labelled(
    registry: Registry,
    { name, help, label }: { name: string; help: string; label: string },
    read: () => Promise<(readonly [string, number])[]>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        const rows = await read();
        this.reset();
        for (const [of, value] of rows) this.set({ [label]: of }, value);
      },
    });
  }

  private gauge(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  }
}
