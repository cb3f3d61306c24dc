import { Injectable } from '@nestjs/common';
import { type ProcessingBoard } from '#contracts';
import { PresenceService } from '#platform';
import { InstallationParts } from './installation-parts.js';

/** Who works and what is stood on. */
@Injectable()
export class InstallationQuery {
  constructor(
    private readonly presence: PresenceService,
    private readonly parts: InstallationParts,
  ) {}

  async look(): Promise<Pick<ProcessingBoard, 'workers' | 'parts'>> {
    const [workers, parts] = await Promise.all([this.presence.list(), this.parts.look()]);
    return { workers, parts };
  }
}
