import { Injectable } from '@nestjs/common';
import { UnmaskedRecordings } from './redaction/index.js';
import { MovedPostings, UnindexedWords } from './search/index.js';

/** What the clock has done about words that are there already. */
@Injectable()
export class WordSweeps {
  constructor(
    readonly unindexed: UnindexedWords,
    readonly unmasked: UnmaskedRecordings,
    readonly moved: MovedPostings,
  ) {}
}
