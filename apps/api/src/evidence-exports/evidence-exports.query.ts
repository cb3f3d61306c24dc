import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type EvidenceExportList, type EvidenceExport } from '#contracts';
import { publicHalf } from '#journal';
import { Clock, ENV, type Env } from '#platform';
import { type Asker } from '#people';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

const MOST = 200;

interface Row {
  id: string;
  request_id: string;
  request_code: string;
  legal_case: EvidenceExport['legalCase'];
  grant_code: string;
  person_id: string;
  name_zh: string;
  name_en: string;
  state: EvidenceExport['state'];
  failure: string | null;
  gone_reason: EvidenceExport['goneReason'];
  recordings: number;
  plain_bytes: string | null;
  sha256: string | null;
  manifest_sha256: string | null;
  timestamped: boolean;
  created_at: Date;
  ready_at: Date | null;
  gone_at: Date | null;
  expires_at: Date;
  plays_used: number;
  plays_allowed: number;
  live: boolean;
}

/** Packages of evidence: one's own, and those of recordings within reach for who decides or audits. */
@Injectable()
export class EvidenceExportsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The newest first. */
  async list(asker: Asker): Promise<EvidenceExportList> {
    const parameters = new Parameters();
    const mine = `request_grant.person_id = ${parameters.add(asker.personId)}`;
    const seen = (['legal.decide', 'journal.read'] as const).map((permission) =>
      visibleLegs(permission, asker, parameters),
    );
    const rows: Row[] = await this.source.query(
      `select evidence_export.*, legal_request.code as request_code,
         case when legal_case.id is not null then jsonb_build_object('caseId', legal_case.id, 'reference', reference, 'title', title) end as legal_case,
         request_grant.code as grant_code, request_grant.person_id,
         name_zh, name_en, legal_request.recordings, request_grant.expires_at, plays_used, request_grant.plays_allowed,
         revoked_at is null and request_grant.expires_at > ${parameters.add(this.clock.now())} as live
       from evidence_export join legal_request on legal_request.id = request_id join request_grant on request_grant.id = grant_id
       join person on person.id = request_grant.person_id left join legal_case on legal_case.id = legal_request.legal_case_id
       where ${mine} or exists (
         select from legal_request_recording listed join leg on leg.id = listed.leg_id
         where listed.request_id = evidence_export.request_id and (${seen.join(' or ')}))
       order by evidence_export.created_at desc, evidence_export.id limit ${MOST}`,
      parameters.values,
    );
    return {
      exports: rows.map((row) => viewOf(row, asker)),
      publicKey: await publicHalf(this.env.journalKeyFile),
    };
  }
}

function viewOf(row: Row, asker: Asker): EvidenceExport {
  const downloads = { used: row.plays_used, allowed: row.plays_allowed };
  return {
    exportId: row.id,
    requestId: row.request_id,
    requestCode: row.request_code,
    legalCase: row.legal_case,
    grantCode: row.grant_code,
    requestedBy: { personId: row.person_id, name: { zh: row.name_zh, en: row.name_en } },
    state: row.state,
    failure: row.failure,
    goneReason: row.gone_reason,
    recordings: row.recordings,
    bytes: row.plain_bytes === null ? null : Number(row.plain_bytes),
    sha256: row.sha256,
    manifestSha256: row.manifest_sha256,
    timestamped: row.timestamped,
    createdAt: row.created_at.toISOString(),
    readyAt: row.ready_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
    goneAt: row.gone_at?.toISOString() ?? null,
    downloads,
    mayDownload:
      row.person_id === asker.personId && row.state === 'ready' && row.live && downloads.used < downloads.allowed,
    mine: row.person_id === asker.personId,
  };
}
