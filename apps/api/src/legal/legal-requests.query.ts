import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type LegalRequestList,
  type LegalRequestQuery,
  type LegalRequestView,
  type RequestedRecording,
  type RequestedRecordingList,
} from '#contracts';
import { legalRefusals } from '#legal';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { AGENT } from '../call/list/call-row.js';
import { actedAs } from '../people/person.sql.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { requestRow, requestsWhere, visibleRequests, type RequestRecord } from './request-row.js';

const VIEWS: Record<LegalRequestQuery['view'], string> = {
  all: 'true',
  mine: 'request.requested_by_person_id = $me',
  open: `request.state in ('draft','submitted','asked_back','answered')`,
  to_decide: `request.state in ('submitted','answered') and request.requested_by_person_id <> $me`,
  to_review: `request.state = 'opened'`,
  granted: 'given.id is not null',
};

/** What is shown of a request by name holds the words. Both are compared as they are written, not as a pattern. */
const named = (words: string): string =>
  `strpos(lower(normalize(concat_ws(E'\\n', request.code, one.reference, one.title), nfkc)), ${words}::text) > 0`;

/** Reads requests, as far as the asker's rights reach. */
@Injectable()
export class LegalRequestsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(asker: Asker, { view, caseId, search, cursor, limit }: LegalRequestQuery): Promise<LegalRequestList> {
    const parameters = new Parameters();
    const conditions = [
      visibleRequests(asker, parameters),
      VIEWS[view].replace('$me', () => `${parameters.add(asker.personId)}::uuid`),
      ...(caseId ? [`request.legal_case_id = ${parameters.add(caseId)}::uuid`] : []),
      ...(search ? [named(parameters.add(search.normalize('NFKC').toLowerCase()))] : []),
      ...(cursor ? [`request.id < ${parameters.add(cursor)}::uuid`] : []),
    ];
    const rest = `order by request.id desc limit ${parameters.add(limit + 1)}`;
    const rows = await this.read(conditions.join(' and '), rest, asker, parameters);
    const page = rows.slice(0, limit);
    const now = this.clock.now();
    return {
      items: page.map((row) => requestRow(asker, row, now)),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws DomainError `no_such_request` */
  async one(asker: Asker, requestId: string): Promise<LegalRequestView> {
    const record = await this.visible(asker, requestId);
    const row = requestRow(asker, record, this.clock.now());
    const { reason, filter, round, reaches } = record;
    const decides = reaches && row.decideRefusal !== 'no_permission' && !row.mine;
    const live = [row.grant, row.exportGrant].some(
      (grant) => grant !== null && ['active', 'suspended', 'used_up'].includes(grant.state),
    );
    return { ...row, reason, filters: filter, round, events: await this.events(requestId), mayRevoke: decides && live };
  }

  /** The frozen list; names and calls only as far as the asker sees calls. @throws DomainError `no_such_request` */
  async recordings(asker: Asker, requestId: string): Promise<RequestedRecordingList> {
    await this.visible(asker, requestId);
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const items: (RequestedRecording & { startedAt: Date })[] = await this.source.query(
      `select recording.id as "recordingId", call.id as "callId", call.started_at as "startedAt",
         recording.duration_ms as "durationMs", call.customer, matter.title as matter, ${AGENT} as agent
       from legal_request_recording listed
       join recording on recording.id = listed.recording_id join call on call.id = listed.call_id left join matter on matter.id = call.matter_id
       join leg on leg.id = listed.leg_id join person on person.id = leg.person_id join team on team.id = leg.team_id
       where listed.request_id = ${parameters.add(requestId)} and ${visible} order by call.started_at desc, recording.id`,
      parameters.values,
    );
    return { items: items.map((one) => ({ ...one, startedAt: one.startedAt.toISOString() })) };
  }

  private async visible(asker: Asker, requestId: string): Promise<RequestRecord> {
    const parameters = new Parameters();
    const condition = `${visibleRequests(asker, parameters)} and request.id = ${parameters.add(requestId)}`;
    const [record] = await this.read(condition, '', asker, parameters);
    if (!record) throw legalRefusals.no_such_request();
    return record;
  }

  private async read(condition: string, rest: string, asker: Asker, parameters: Parameters): Promise<RequestRecord[]> {
    const sql = requestsWhere(condition, rest, asker, parameters);
    return this.source.query(sql, parameters.values);
  }

  private async events(requestId: string): Promise<LegalRequestView['events']> {
    const rows: (Omit<LegalRequestView['events'][number], 'at'> & { at: Date })[] = await this.source.query(
      `select at, action, words, case when person.id is not null then json_build_object('personId', person.id,
         'name', ${actedAs('person', 'for_person_id')}) end as by
       from legal_request_event left join person on person.id = by_person_id where request_id = $1 order by at, legal_request_event.id`,
      [requestId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
