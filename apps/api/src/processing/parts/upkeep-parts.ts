import { Injectable } from '@nestjs/common';
import { type Probed, UpkeepService } from '#platform';
import { keyCheckPart } from './upkeep-words.rules.js';

/** What the installation looked after lately, and what it found: each as a part of what the product stands on. */
@Injectable()
export class UpkeepParts {
  constructor(private readonly runs: UpkeepService) {}

  async look(): Promise<Record<'keyCheck', Probed>> {
    return { keyCheck: keyCheckPart(await this.runs.last('keys')) };
  }
}
