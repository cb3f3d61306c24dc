import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { callFiltersSchema, MOST_REQUESTED, type RequestPreview, type WrittenFilters } from '#contracts';
import { type Found } from '#legal';
import { type Asker } from '#people';
import { AGENT } from '../call/list/call-row.js';
import { ListedCalls } from '../call/list/listed-calls.js';
import { Parameters } from '../reach/visible-legs.js';

const SHOWN = 20;

type Listed = Found & RequestPreview['items'][number] & { startedAt: Date };

/** What a request's filter finds: recordings of calls that the requester sees in the list, and that still exist. */
@Injectable()
export class RequestScope {
  constructor(
    private readonly source: DataSource,
    private readonly listed: ListedCalls,
  ) {}

  async preview(asker: Asker, written: WrittenFilters): Promise<RequestPreview> {
    const found = await this.find(this.source.manager, asker, written);
    const items = found
      .slice(0, SHOWN)
      .map(({ recordingId, callId, startedAt, durationMs, customer, matter, agent }) => ({
        ...{ recordingId, callId, durationMs, customer, matter, agent },
        startedAt: startedAt.toISOString(),
      }));
    const recordings = Math.min(found.length, MOST_REQUESTED);
    const calls = new Set(found.map(({ callId }) => callId)).size;
    return { recordings, calls, tooMany: found.length > MOST_REQUESTED, items };
  }

  /** The list as it is frozen; one more than a request holds where there are more. */
  async list(tx: EntityManager, asker: Asker, written: WrittenFilters): Promise<Found[]> {
    const found = await this.find(tx, asker, written);
    return found.map(({ recordingId, legId, callId }) => ({ recordingId, legId, callId }));
  }

  private async find(tx: EntityManager, asker: Asker, written: WrittenFilters): Promise<Listed[]> {
    const parameters = new Parameters();
    const filters = callFiltersSchema.parse(written);
    const condition = await this.listed.condition({ asker, permission: 'calls.read', filters }, parameters);
    return tx.query(
      `select recording.id as "recordingId", leg.leg_id as "legId", leg.call_id as "callId", leg.started_at as "startedAt",
         recording.duration_ms as "durationMs", call.customer, matter.title as matter, ${AGENT} as agent
       from listed_leg leg join recording on recording.leg_id = leg.leg_id
       join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
       join person on person.id = leg.person_id join team on team.id = leg.team_id
       where ${condition} and recording.custody in ('captured','sealed')
       order by leg.started_at desc, recording.id limit ${MOST_REQUESTED + 1}`,
      parameters.values,
    );
  }
}
