import { Inject, Injectable } from '@nestjs/common';
import { type Part, type ProcessingBoard, type ScheduleView } from '#contracts';
import { ENV, probeKeyDirectories, ServiceProbes, type Env, type Probed } from '#platform';
import { DatabasePart } from './parts/database-part.js';
import { UpkeepParts } from './parts/upkeep-parts.js';
import { MailPart } from './parts/mail-part.js';
import { DiskPart } from './parts/disk-part.js';
import { JournalPart } from './parts/journal-part.js';

/** Everything that the product runs on, asked at once; each answers within its own few seconds. */
@Injectable()
export class InstallationParts {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly services: ServiceProbes,
    private readonly database: DatabasePart,
    private readonly journal: JournalPart,
    private readonly upkeep: UpkeepParts,
    private readonly mail: MailPart,
    private readonly disk: DiskPart,
  ) {}

  async look(schedules: readonly ScheduleView[]): Promise<ProcessingBoard['parts']> {
    const [database, services, keyStore, journal, upkeep, mail, disk] = await Promise.all([
      this.database.look(),
      this.services.ask(),
      probeKeyDirectories(this.env),
      this.journal.look(),
      this.upkeep.look(schedules),
      this.mail.look(),
      this.disk.look(),
    ]);
    const { queue, objectStore, keyProvider } = services;
    const parts = { database, queue, objectStore, keyStore, keyProvider, journal, mail, disk, ...upkeep };
    return Object.fromEntries(Object.entries(parts).map(([name, probed]) => [name, partOf(probed)])) as typeof parts &
      ProcessingBoard['parts'];
  }
}

const partOf = ({ ok, warning, detail, facts }: Probed): Part => ({ ok, warning: warning ?? null, detail, facts });
