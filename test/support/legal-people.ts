import { randomUUID } from 'node:crypto';
import {
  type DataRequestDetail,
  type EvidenceExport,
  type EvidenceExportList,
  type LegalCaseView,
  type LegalRequestView,
  type PlacedHold,
  type Play,
} from '#contracts';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { PASSWORD, type Product } from './product.js';
import { patient } from '../../tools/patience.mjs';

const DAY_MS = 86_400_000;

/** The people of legal in a running product: the requester and the approver of the demonstration, and a second approver, which exports take. */
export class LegalPeople {
  private constructor(
    private readonly product: Product,
    readonly requester: ApiClient,
    readonly approvers: readonly [ApiClient, ApiClient],
  ) {}

  /** Signed in, each with a fresh proof. Once the second approver was made, it is there. */
  static async of(product: Product): Promise<LegalPeople> {
    await ensureSecondApprover(product);
    const [requester, one, two] = await Promise.all(['requester', 'legal', 'legal2'].map((n) => product.signIn(n)));
    const people = new LegalPeople(product, requester!, [one!, two!]);
    await people.prove();
    return people;
  }

  /** Proves once more who they are: it holds for five minutes. */
  async prove(): Promise<void> {
    for (const client of [this.requester, ...this.approvers])
      await send(client, 'POST', '/auth/step-up', { password: PASSWORD });
  }

  openCase(reference: string, title: string): Promise<LegalCaseView> {
    return send(this.requester, 'POST', '/legal/cases', { reference, title });
  }

  /** Asked for, submitted, and approved by as many as it takes. `filters` as the list of calls writes them. */
  async granted(asked: Record<string, unknown>): Promise<LegalRequestView> {
    const input = {
      ...{ purpose: 'evidence', reason: 'Ordered by the court.', action: 'listen', plays: 3 },
      expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
      ...asked,
    };
    const { requestId } = await send<LegalRequestView>(this.requester, 'POST', '/legal/requests', input);
    await send(this.requester, 'POST', `/legal/requests/${requestId}/submit`);
    const path = `/legal/requests/${requestId}/decisions`;
    const needed = input.action === 'evidence_export' ? 2 : 1;
    let request: LegalRequestView | undefined;
    for (const approver of this.approvers.slice(0, needed))
      request = await send<LegalRequestView>(approver, 'POST', path, { decision: 'approve', round: 1 });
    if (!request?.grant) throw new Error(`request ${requestId} gave no grant`);
    return request;
  }

  play(callId: string, recordingId: string, grantId: string): Promise<Play> {
    return send(this.requester, 'POST', `/calls/${callId}/plays`, { recordingId, grantId });
  }

  /** The package of a request, once the worker has made it. */
  async packageOf(code: string, withinMs = 120_000): Promise<EvidenceExport> {
    for (const deadline = Date.now() + patient(withinMs); ;) {
      const { exports } = await send<EvidenceExportList>(this.requester, 'GET', '/evidence-exports');
      const found = exports.find(({ requestCode }) => requestCode === code);
      if (found?.state === 'ready') return found;
      if (found?.state === 'failed' || Date.now() > deadline)
        throw new Error(`the package of ${code} is ${found?.state ?? 'not begun'}: ${found?.failure}`);
      await this.product.nextCommit();
    }
  }

  async download(exportId: string): Promise<Buffer> {
    const answer = await this.requester.request(`/api/v1/evidence-exports/${exportId}/package`);
    if (!answer.ok) throw new Error(`package ${exportId}: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  hold(caseId: string, callId: string, reason: string): Promise<PlacedHold> {
    return send(this.requester, 'POST', '/legal/holds', { caseId, reason, callIds: [callId] });
  }

  /** A person who was recorded asks for erasure, and two agree. The worker's next sweep begins it. */
  async erase(callId: string, reference: string): Promise<string> {
    const subject = { callIds: [callId] };
    const order = { kind: 'erasure', reference, subject };
    const { requestId } = await send<DataRequestDetail>(this.requester, 'POST', '/data-requests', order);
    const agree = { proposal: 'agree', reason: 'Article 47' };
    await send(this.requester, 'POST', `/data-requests/${requestId}/proposals`, agree);
    await send(this.approvers[0], 'POST', `/data-requests/${requestId}/decisions`, { decision: 'confirmed' });
    return requestId;
  }

  /** Waits until a recording is destroyed and certified. @returns the certificate's number */
  async destroyed(recordingId: string, withinMs = 180_000): Promise<string> {
    for (const deadline = Date.now() + patient(withinMs); ;) {
      const { rows } = await this.product.database.query(
        'select number from destruction_certificate where recording_id = $1 and cut_id is null',
        [recordingId],
      );
      if (rows[0]) return rows[0].number;
      if (Date.now() > deadline) throw new Error(`recording ${recordingId} was not destroyed`);
      await this.product.nextCommit();
    }
  }
}

/** @throws with the server's own words unless it is a 2xx */
export async function send<T = unknown>(client: ApiClient, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await client.request(`/api/v1${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** The demonstration has one approver; exports take two. */
async function ensureSecondApprover({ database }: Product): Promise<void> {
  const { rows } =
    await database.query(`select person.team_id, account.* from account join person on person.id = person_id
    where username = 'legal' and not exists (select from account where username = 'legal2')`);
  const [first] = rows;
  if (!first) return;
  const [personId, accountId] = [randomUUID(), randomUUID()];
  const insert = (table: string, row: object) => {
    const names = Object.keys(row);
    const places = names.map((_, i) => `$${i + 1}`);
    return database.query(`insert into ${table} (${names}) values (${places})`, Object.values(row));
  };
  const [given] = (await database.query('select * from role_assignment where account_id = $1', [first.id]))
    .rows as Record<string, unknown>[];
  await database.query('begin');
  await insert('person', {
    id: personId,
    staff_number: '10099',
    name_zh: '孙悦',
    name_en: 'Yue Sun',
    team_id: first.team_id,
  });
  await insert('account', {
    id: accountId,
    person_id: personId,
    username: 'legal2',
    password_hash: first.password_hash,
    language: 'en',
  });
  await insert('role_assignment', { ...given, id: randomUUID(), account_id: accountId, person_id: personId });
  await database.query(
    `insert into notice_acknowledgement (person_id, notice_version, language, at)
     select $1, notice_version, language, at from notice_acknowledgement where person_id = $2`,
    [personId, first.person_id],
  );
  await database.query('commit');
}
