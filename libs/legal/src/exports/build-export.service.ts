/*
 * A package of evidence, after two people approved a request for one
 *   1. `open` writes its row for the request, once. The grant must be live: nothing is unwrapped without.
 *   2. The files are opened under that grant, hashed, zipped and sealed as they stream; the manifest lists them, the journal's key signs it.
 *   3. It is read back; one transaction marks it ready, tells the journal of every recording in it, and completes the work.
 * Run twice, the second finds it ready. A twin that lost its lease takes its own try back.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { markOf } from '#people';
import { Clock, faultPoint, newId, WorkService, type JobContext, type Lease } from '#platform';

import { REQUEST_GRANT_HOLDS } from '../requests/request-grants.service.js';
import { type Manifest } from './manifest.rules.js';
import { EvidenceExport } from './evidence-export.entity.js';
import { PackageFiles, type PackagePlan } from './package-files.service.js';
import { type PackageOrder } from './files/recording-files.service.js';
import { PackageStore, type WrittenPackage } from './package-store.service.js';
import { zipOf } from './package-writer.js';
import { legalRefusals } from '../refusals.js';

type ApprovedRequest = Pick<Manifest, 'request' | 'requestedBy'> & {
  recordingIds: string[];
  /** Those whose destruction had started; nothing of them is included. */
  goneIds: string[];
};

@Injectable()
export class BuildExportService {
  constructor(
    private readonly source: DataSource,
    private readonly files: PackageFiles,
    private readonly packages: PackageStore,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @param requestId an approved request with action `evidence_export` */
  async build(requestId: string, { lease, signal }: JobContext, work: WorkService): Promise<void> {
    const approved = await this.approved(requestId);
    const row = await this.open(requestId, approved.request.grantId);
    if (row.state !== 'building') return this.source.transaction((tx) => work.complete(tx, lease));
    const order: PackageOrder = { ...approved, exportId: row.id, builtAt: this.clock.now(), signal };
    const plan = await this.files.plan(order);
    const written = await this.packages.write(row.id, zipOf(plan.files, order.builtAt));
    faultPoint('export.before-commit');
    try {
      await this.settle({ ...order, goneIds: approved.goneIds }, plan, written, (tx) => work.complete(tx, lease));
    } catch (error) {
      await this.packages.remove(written);
      throw error;
    }
  }

  /** What a person then reads on the screen; the request's grant stays. */
  async giveUp(requestId: string, lease: Lease, failure: string, work: WorkService): Promise<void> {
    const row = await this.source.manager.findOneBy(EvidenceExport, { requestId });
    if (row) await this.packages.remove(row);
    await this.source.transaction(async (tx) => {
      if (row) {
        await tx.update(EvidenceExport, { id: row.id, state: 'building' }, { state: 'failed', failure });
        await this.journal.append(tx, 'evidence_export.failed', { exportId: row.id, requestId, failure });
      }
      await work.giveUp(tx, lease, failure);
    });
  }

  private async open(requestId: string, grantId: string): Promise<EvidenceExport> {
    const row = { id: newId(), requestId, grantId, state: 'building' as const };
    await this.source
      .createQueryBuilder()
      .insert()
      .into(EvidenceExport)
      .values({ ...row, timestamped: false, createdAt: this.clock.now() })
      .orIgnore()
      .execute();
    return this.source.manager.findOneByOrFail(EvidenceExport, { requestId });
  }

  private async settle(
    { exportId, request, requestedBy, recordingIds, goneIds }: PackageOrder & Pick<ApprovedRequest, 'goneIds'>,
    { files, result }: PackagePlan,
    written: WrittenPackage,
    complete: (tx: Parameters<WorkService['complete']>[0]) => Promise<void>,
  ): Promise<void> {
    const { manifestSha256 } = result();
    const timestamped = files.some(({ path }) => path.endsWith('.tsr'));
    await this.source.transaction(async (tx) => {
      await assertStillThere(tx, recordingIds, goneIds);
      const ready = { ...written, state: 'ready' as const, manifestSha256, timestamped, readyAt: this.clock.now() };
      const mine = { id: exportId, state: 'building' as const, objectId: written.objectId ?? '' };
      const { affected } = await tx.update(EvidenceExport, mine, ready);
      if (affected !== 1) throw new Error(`another try took the place of this one for export ${exportId}`);
      const about = { actorPersonId: requestedBy.personId };
      const size = { bytes: Number(written.plainBytes), recordings: recordingIds.length };
      const built = { exportId, requestId: request.requestId, grantId: request.grantId, manifestSha256, ...size };
      await this.journal.append(tx, 'evidence_export.built', built, about);
      const calls: { id: string; call_id: string }[] = await tx.query(
        'select id, call_id from recording where id = any($1)',
        [recordingIds],
      );
      const happenings = calls.map(({ id: recordingId, call_id: callId }) => ({
        details: { exportId, recordingId, grantId: request.grantId, rendition: request.rendition },
        about: { ...about, callId },
      }));
      await this.journal.appendMany(tx, 'recording.exported', happenings);
      await complete(tx);
    });
  }

  /** @throws DomainError `request_grant_over` */
  private async approved(requestId: string): Promise<ApprovedRequest> {
    const [row]: (Manifest['request'] &
      Manifest['requestedBy'] &
      Pick<ApprovedRequest, 'recordingIds' | 'goneIds'> & { ofOne: boolean })[] = await this.source.query(
      `select request.id as "requestId", request.code, request.purpose, reference as "legalCase",
           given.id as "grantId", given.code as "grantCode", given.rendition,
           (with signed as (select id, decided_by_person_id as by, decided_at from legal_decision decision
               where decision.request_id = request.id and decision.round = request.round and decision in ('approve', 'approve_listening'))
             select coalesce(bool_or(by_one_person(request.requested_by_person_id, by, decided_at) or exists (
               select 1 from signed other where other.id <> signed.id and by_one_person(other.by, signed.by, signed.decided_at))), false)
             from signed) as "ofOne",
           person.id as "personId", staff_number as "staffNumber", name_zh as "nameZh", name_en as "nameEn",
           (select coalesce(array_agg(recording_id), '{}') from legal_request_recording where request_id = request.id) as "recordingIds",
           (select coalesce(array_agg(recording_id), '{}') from legal_request_recording join recording on recording.id = recording_id
            where request_id = request.id and destruction_started_at is not null) as "goneIds"
         from legal_request request join request_grant given on given.request_id = request.id
         join person on person.id = given.person_id left join legal_case on legal_case.id = request.legal_case_id
         where request.id = $2 and given.action = 'evidence_export' and ${REQUEST_GRANT_HOLDS}`,
      [this.clock.now(), requestId],
    );
    if (!row) throw legalRefusals.request_grant_over();
    const { personId, staffNumber, nameZh, nameEn, recordingIds, goneIds, ofOne, ...asked } = row;
    const request = { ...asked, ...markOf({ byOnePerson: ofOne }) };
    return { request, requestedBy: { personId, staffNumber, nameZh, nameEn }, recordingIds, goneIds };
  }
}

/** A recording whose destruction started while its package was made would live on in it: the try fails, and the next leaves it out. */
async function assertStillThere(tx: EntityManager, recordingIds: readonly string[], goneIds: readonly string[]) {
  const rows: { id: string; started: boolean }[] = await tx.query(
    `select id, destruction_started_at is not null as started from recording where id = any($1) order by call_id, id for share`,
    [recordingIds],
  );
  const lost = rows.find(({ id, started }) => started && !goneIds.includes(id));
  if (lost) throw new Error(`the destruction of recording ${lost.id} started while a package was made of it`);
}
