import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallStage, type SentCallList } from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';

/** Remembers which account sent which call in, so that a sender without the right to read can still learn what happened to it. */
@Injectable()
export class SentCalls {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Sending the same call again changes nothing: it was this account's before. */
  async note({ accountId }: Pick<Asker, 'accountId'>, callId: string): Promise<void> {
    await this.source.query(
      'insert into sent_call (account_id, call_id, sent_at) values ($1, $2, $3) on conflict do nothing',
      [accountId, callId, this.clock.now()],
    );
  }

  /** Stages of calls that this account sent; others are left out, as if they did not exist. */
  async stages({ accountId }: Pick<Asker, 'accountId'>, callIds: readonly string[]): Promise<SentCallList> {
    const rows: {
      id: string;
      stage: CallStage;
      stage_reason: string | null;
      stage_at: Date;
      progress: number | null;
    }[] = await this.source.query(
      `select call.id, stage, stage_reason, stage_at,
           case when stage = 'sealed' then (select max(progress) from recording where call_id = call.id) end as progress
         from sent_call join call on call.id = sent_call.call_id where account_id = $1 and call.id = any($2::uuid[])`,
      [accountId, callIds],
    );
    return {
      calls: rows.map(({ id, stage, stage_reason, stage_at, progress }) => ({
        callId: id,
        stage,
        stageReason: stage_reason,
        stageAt: stage_at.toISOString(),
        progress,
      })),
    };
  }
}
