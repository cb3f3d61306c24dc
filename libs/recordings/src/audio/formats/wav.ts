import { HeadedCounter } from './headed-counter.js';
import { readWavHeader } from './wav-header.rules.js';
import { readAiffHeader } from './aiff-header.rules.js';

/** AIFF and AIFF-C, as Apple's machines and some recorders write them. */
export class AiffCounter extends HeadedCounter {
  constructor() {
    super(readAiffHeader);
  }
}

/** WAVE: once the header is read, bytes are seconds. */
export class WavCounter extends HeadedCounter {
  constructor() {
    super((start, ended) => {
      const reading = readWavHeader(start, ended);
      if (reading.state !== 'refused') return reading;
      const { problem } = reading;
      return { state: 'refused', problem: problem.code === 'not_wav' ? { code: 'no_frames' } : problem };
    });
  }
}
