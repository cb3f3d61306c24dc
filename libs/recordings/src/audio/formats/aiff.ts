import { HeadedCounter } from './headed-counter.js';
import { readAiffHeader } from './aiff-header.rules.js';

/** AIFF and AIFF-C, as Apple's machines and some recorders write them. */
export class AiffCounter extends HeadedCounter {
  constructor() {
    super(readAiffHeader);
  }
}
