import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Call, joinCall, rowsOfCall } from '#calls';
import { newId } from '#platform';
import { commitTo, JournalService } from '#journal';
import { HoldService, LegalCases } from '#legal';
import { HoldsFollowJoinedCalls1795830890000 } from '../../../database/src/migrations/1795830890000-HoldsFollowJoinedCalls.js';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { rowsOf } from './call-rows.js';
import { TelephonyRecords } from './telephony-records.service.js';

const CEL = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls/Cel.csv');

let here: RecordsProgramme;
beforeAll(async () => {
  here = await recordsProgramme();
});
afterAll(() => here?.close());

const service = <T>(of: new (...args: never[]) => T): T => here.app.get(of, { strict: false });

/** Two calls that only records tell of, the later one under a hold. */
async function twoCalls() {
  const of = await here.telephones();
  const records = here.app.get(TelephonyRecords);
  await records.take(of, records.read(of, { name: 'Cel.csv', text: readFileSync(CEL, 'utf8') })?.records ?? []);
  await here.fold();
  const known = await here.source.manager.find(Call, { where: { source: of.name }, order: { id: 'ASC' } });
  const [stays, held] = known as [Call, Call];
  const { second: personId } = here.organisation;
  const caseId = await service(LegalCases).open({ reference: newId(), title: 'A loan' }, personId);
  const { hold } = await service(HoldService).place(
    { caseId, reason: 'asked for', rule: null, targets: [{ callId: held.id, recordingId: null }] },
    personId,
  );
  return { of, stays, held, hold };
}

const holdsOn = (callId: string): Promise<{ id: string }[]> =>
  here.source.query('select hold_id as id from custody_hold where call_id = $1 and recording_id is null', [callId]);

describe('a call that is held and becomes part of another', () => {
  it('holds that, also what is recorded of it later', async () => {
    const { of, stays, held, hold } = await twoCalls();
    const ids = [stays.externalId, held.externalId];
    const tells = { journal: service(JournalService), holds: service(HoldService) };
    await here.source.transaction((tx) => rowsOf(tx, { source: of.name, ids, taken: new Set() }, tells, new Date()));
    expect((await rowsOfCall(here.source.manager, held.id))[0]).toBe(stays.id);
    expect(await holdsOn(stays.id)).toEqual([{ id: hold.id }]);
  });

  it('holds it after an upgrade, too, where it became so before holds followed; the journal says so once', async () => {
    const { stays, held, hold } = await twoCalls();
    await here.source.transaction((tx) => joinCall(tx, held, stays.id, { legsMove: true, at: new Date() }));
    expect(await holdsOn(stays.id)).toEqual([]);
    const runner = here.source.createQueryRunner();
    for (const _ of [1, 2]) await new HoldsFollowJoinedCalls1795830890000().up(runner);
    await runner.release();
    expect(await holdsOn(stays.id)).toEqual([{ id: hold.id }]);
    const said: { salt: string; details: object; commitment: string }[] = await here.source.query(
      `select salt, details, commitment from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'legal_hold.covered'`,
      [stays.id],
    );
    expect(said).toHaveLength(1);
    const [{ salt, details, commitment }] = said as [(typeof said)[0]];
    expect(details).toEqual({ holdId: hold.id, recordingId: null });
    expect(commitTo(salt, details)).toBe(commitment);
  });
});
