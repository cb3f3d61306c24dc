import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type DataRequestDetail, type DataRequestRow, type Permission } from '#contracts';
import { CompanyService, scopeOf, type Asker } from '#people';
import { answerBy, type DataRequest, retentionRefusals } from '#retention';

type Row = Omit<DataRequest, 'note'> & {
  note: string | null;
  registeredBy: Bilingual;
  proposedBy: Bilingual | null;
  decidedBy: Bilingual | null;
  byOnePerson: boolean;
  recordings: number;
  held: number;
  destroyed: number;
  soundless: number;
};

const name = (column: string) =>
  `(select jsonb_build_object('zh', name_zh, 'en', name_en) from person where person.id = data_request.${column})`;
const count = (condition: string) =>
  `(select count(*)::int from data_request_recording where request_id = data_request.id and ${condition})`;

/** Requests are about a person whose calls any team may have taken: only roles for every team see them. */
@Injectable()
export class DataRequestsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  async list(asker: Asker): Promise<DataRequestRow[]> {
    if (!reachesAll(asker, 'data_requests.read')) return [];
    const { timeZone } = await this.company.profile();
    return (await this.rows()).map((row) => requestOf(row, asker, timeZone));
  }

  /** @throws DomainError `no_such_data_request` */
  async detail(asker: Asker, requestId: string): Promise<DataRequestDetail> {
    const [row] = reachesAll(asker, 'data_requests.read') ? await this.rows(requestId) : [];
    if (!row) throw retentionRefusals.no_such_data_request();
    const { timeZone } = await this.company.profile();
    return { ...requestOf(row, asker, timeZone), found: await this.found(requestId) };
  }

  private rows(requestId?: string): Promise<Row[]> {
    return this.source.query(
      `select id, code, kind, state, reference, note, subject, registered_at as "registeredAt", proposal,
         proposal_reason as "proposalReason", proposed_by_person_id as "proposedByPersonId", proposed_at as "proposedAt",
         decided_at as "decidedAt", by_one_person(proposed_by_person_id, decided_by_person_id, decided_at) as "byOnePerson",
         ${name('registered_by_person_id')} as "registeredBy",
         ${name('proposed_by_person_id')} as "proposedBy", ${name('decided_by_person_id')} as "decidedBy",
         ${count('true')} as recordings, ${count(`outcome = 'held'`)} as held, ${count(`outcome = 'destroyed'`)} as destroyed,
         (select count(*)::int from data_request_call where request_id = data_request.id) as soundless
       from data_request ${requestId ? 'where id = $1' : ''} order by (decided_at is not null), id desc limit 500`,
      requestId ? [requestId] : [],
    );
  }

  private async found(requestId: string): Promise<DataRequestDetail['found']> {
    const rows: (Omit<DataRequestDetail['found'][number], 'startedAt'> & { startedAt: Date })[] =
      await this.source.query(
        `select recording.id as "recordingId", call.id as "callId", call.started_at as "startedAt", custody, found.outcome,
         (select coalesce(array_agg(distinct code order by code), '{}') from custody_hold join legal_hold on legal_hold.id = hold_id
          where custody_hold.call_id = call.id and custody_hold.released_at is null
            and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id)) as holds,
         (select number from destruction_certificate where recording_id = recording.id and destruction_id is not null) as certificate
       from data_request_recording found join recording on recording.id = found.recording_id join call on call.id = recording.call_id
       where request_id = $1 order by call.started_at desc, recording.id limit 1000`,
        [requestId],
      );
    return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() }));
  }
}

const reachesAll = (asker: Asker, permission: Permission): boolean =>
  scopeOf(permission, asker.held, asker.personId).kind === 'all';

function requestOf(row: Row, asker: Asker, timeZone: string): DataRequestRow {
  const { proposal, proposalReason, proposedAt, decidedAt } = row;
  return {
    requestId: row.id,
    code: row.code,
    kind: row.kind,
    state: row.state,
    reference: row.reference,
    note: row.note,
    subject: row.subject,
    registered: { by: row.registeredBy, at: row.registeredAt.toISOString() },
    answerBy: answerBy(row.registeredAt, timeZone).toISOString(),
    proposed:
      proposal && proposedAt
        ? {
            proposal,
            reason: proposalReason ?? '',
            mine: row.proposedByPersonId === asker.personId,
            by: row.proposedBy,
            at: proposedAt.toISOString(),
          }
        : null,
    decided: decidedAt && { by: row.decidedBy, at: decidedAt.toISOString(), byOnePerson: row.byOnePerson },
    recordings: row.recordings,
    held: row.held,
    destroyed: row.destroyed,
    soundless: row.soundless,
  };
}
