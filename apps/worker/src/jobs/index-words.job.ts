import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { IndexWordsService } from '#transcripts';

/** Makes the words of a recording searchable. A call is none the worse for it when this fails: the Processing screen counts what failed. */
@Injectable()
export class IndexWordsJob implements JobHandler {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly service: IndexWordsService,
  ) {}

  run(recordingId: string, context: JobContext): Promise<void> {
    return this.service.index(recordingId, context);
  }

  async giveUp(_recordingId: string, lease: Lease): Promise<void> {
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, 'internal_error'));
  }
}
