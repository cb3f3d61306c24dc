import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ProcessingBoard } from '#contracts';
import { PresenceService, readSchedules } from '#platform';
import { InstallationParts } from './installation-parts.js';

/** Who works, and what the product runs on. */
@Injectable()
export class InstallationQuery {
  constructor(
    private readonly source: DataSource,
    private readonly presence: PresenceService,
    private readonly parts: InstallationParts,
  ) {}

  async look(): Promise<Pick<ProcessingBoard, 'workers' | 'schedules' | 'parts'>> {
    const [workers, schedules] = await Promise.all([this.presence.list(), readSchedules(this.source)]);
    return { workers, schedules, parts: await this.parts.look(schedules) };
  }
}
