import {
  type ChecklistDetail,
  type DataRequestList,
  type RedactionView,
  type Role,
  type SignInPolicyView,
} from '#contracts';
import { newId } from '#platform';
import { loadChecklist } from '#quality';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildSmallHouse } from '../../../../test/factories/small-house.js';

/** What one person decided twice in a small house is marked where it is read; what two did is not. */
let api: TestApi;
let organisation: Organisation;
let one: TestAccount;
let two: TestAccount;

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const sql = (text: string, values: unknown[]): Promise<unknown> => api.source.query(text, values);

beforeEach(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  one = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  two = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  await buildSmallHouse(api.source, one.personId, ago(40));
});
afterEach(() => api.stop());

async function read<T>(role: Role, path: string): Promise<T> {
  const account = await buildAccount(api.source, organisation, { role, teamId: null });
  const { status, body } = await (await SignedIn.signIn(api, account)).send<T>('GET', path);
  expect(status).toBe(200);
  return body;
}

async function versioned(table: string, columns: string, values: string, decider: string): Promise<void> {
  await sql(
    `insert into ${table} (version, proposed_by_person_id, proposed_at, ${columns}) values (1, $1, $2, ${values})`,
    [one.personId, ago(30)],
  );
  await sql(`update ${table} set decision = 'agreed', decided_by_person_id = $1, decided_at = $2 where version = 1`, [
    decider,
    ago(1),
  ]);
}

describe.each([
  ['by one person', true, () => one.personId],
  ['by two', false, () => two.personId],
])('what was decided %s', (_, byOnePerson, decider) => {
  it('is marked so of redaction rules', async () => {
    await versioned('redaction_policy', 'mode, kinds, unchecked, weakens', `'mask', '[]', 'listen', true`, decider());
    expect(await read<RedactionView>('quality_manager', '/company/redaction')).toMatchObject({
      version: 1,
      byOnePerson,
    });
  });

  it('is marked so of rules for signing in', async () => {
    const inForce = '(select policy from sign_in_policy where version = 0)';
    await versioned('sign_in_policy', 'policy', inForce, decider());
    const path = '/company/sign-in-policy';
    expect(await read<SignInPolicyView>('administrator', path)).toMatchObject({ version: 1, byOnePerson });
  });

  it('is marked so of a data request', async () => {
    await sql(
      `insert into data_request (id, code, kind, subject, reference, state, registered_by_person_id, registered_at, proposal, proposal_reason,
         proposed_by_person_id, proposed_at) values ($1, 'DR-0001', 'access', '{}', 'r', 'waiting', $2, $3, 'agree', 'why', $2, $3)`,
      [newId(), one.personId, ago(30)],
    );
    await sql(`update data_request set state = 'agreed', decided_by_person_id = $1, decided_at = $2`, [
      decider(),
      ago(1),
    ]);
    const { requests } = await read<DataRequestList>('legal_approver', '/data-requests');
    expect(requests).toMatchObject([{ decided: { byOnePerson } }]);
  });

  it('is marked so of a published checklist', async () => {
    const { checklist, hash } = loadChecklist('standard-inbound');
    await sql(
      `insert into checklist_draft (checklist_id, revision, state, definition, created_at, updated_at, updated_by_person_id, author_person_ids,
         asked_at, asked_by_person_id) values ('own', 1, 'validated', '{}', $2, $2, $1, array[$1::uuid], $2, $1)`,
      [one.personId, ago(30)],
    );
    await sql(
      `insert into checklist_version (checklist_id, version, sha256, definition, published_at, reason, origin, published_by_person_id, author_person_ids)
       values ('own', 1, $4, $5, $2, 'why', 'company', $1, array[$3::uuid])`,
      [decider(), ago(1), one.personId, hash, checklist],
    );
    await sql(`delete from checklist_draft where checklist_id = 'own'`, []);
    const { versions } = await read<ChecklistDetail>('quality_manager', '/checklists/own');
    expect(versions).toMatchObject([{ version: 1, byOnePerson }]);
  });
});
