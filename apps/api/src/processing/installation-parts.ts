import { Inject, Injectable } from '@nestjs/common';
import { type Part, type ProcessingBoard } from '#contracts';
import { ENV, probeKeyDirectories, ServiceProbes, type Env, type Probed } from '#platform';
import { DatabasePart } from './parts/database-part.js';
import { UpkeepParts } from './parts/upkeep-parts.js';
import { MailPart } from './parts/mail-part.js';
import { JournalPart } from './parts/journal-part.js';

/** Everything that the product stands on, asked at once; each answers within its own few seconds. */
@Injectable()
export class InstallationParts {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly services: ServiceProbes,
    private readonly database: DatabasePart,
    private readonly journal: JournalPart,
    private readonly upkeep: UpkeepParts,
    private readonly mail: MailPart,
  ) {}

  async look(): Promise<ProcessingBoard['parts']> {
    const [database, services, keyStore, journal, upkeep, mail] = await Promise.all([
      this.database.look(),
      this.services.ask(),
      probeKeyDirectories(this.env),
      this.journal.look(),
      this.upkeep.look(),
      this.mail.look(),
    ]);
    const { queue, objectStore, keyProvider } = services;
    const parts = { database, queue, objectStore, keyStore, keyProvider, journal, mail, ...upkeep };
    return Object.fromEntries(Object.entries(parts).map(([name, probed]) => [name, partOf(probed)])) as typeof parts &
      ProcessingBoard['parts'];
  }
}

const partOf = ({ ok, warning, detail, facts }: Probed): Part => ({ ok, warning: warning ?? null, detail, facts });
