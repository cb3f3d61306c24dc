import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Call, callNamed, Leg } from '#calls';
import { newId } from '#platform';
import { Recording } from '#recordings';
import { type TelephonySourceRow } from '#telephony';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { CapturedCalls } from './captured-calls.service.js';

/**
 * Of one call between real telephones: what Kamailio wrote of it, and the offer of its recording by rtpengine. It was between two extensions,
 * which our rules of consent do not record; here its caller has a number.
 */
const LOG = readFileSync(
  join(import.meta.dirname, '../../../telephony/src/sources/kamailio/fixtures/acc.syslog'),
  'utf8',
)
  .replaceAll('to=sip:1002@', 'to=sip:agent@')
  .replaceAll('sip:1001@', 'sip:13800002046@')
  .replaceAll('sip:agent@', 'sip:1001@');
const OFFER = readFileSync(
  join(import.meta.dirname, '../../../../test/fixtures/siprec/rtpengine/1-invite.sip'),
  'utf8',
);
const NAME = /<sipSessionID>(.+?)<\/sipSessionID>/.exec(OFFER)?.[1] ?? '';
const ANSWERED = '2026-11-30T12:43:24.562Z';
const ENDED = '2026-11-30T12:43:35.822Z';

let here: RecordsProgramme;
let agent: string;
let other: string;
beforeAll(async () => {
  here = await recordsProgramme();
  agent = await buildPerson(here.source, { teamId: here.organisation.teamA });
  other = await buildPerson(here.source, { teamId: here.organisation.teamA });
  await here.sits(agent, '1001');
  await here.sits(other, '1003');
  await here.source.query(`update company set profile = profile || '{"region":"CN"}'`);
});
afterAll(() => here?.close());

const kamailio = () => here.telephones({ reader: 'kamailio' });

async function sendRecords(of: TelephonySourceRow): Promise<void> {
  const read = here.app.get(TelephonyRecords).read(of, { name: 'syslog', text: LOG });
  await here.app.get(TelephonyRecords).take(of, read?.records ?? []);
  await here.fold();
}

async function capture(of: TelephonySourceRow, over: object = {}, leg: object = {}): Promise<string> {
  const session = newId();
  const sound = synthWav({ tones: [400, 500] });
  const evidence = { kind: 'announcement' as const, reference: 'A-12' };
  const captured = { beganAt: new Date(ANSWERED), tracks: [], unheard: [] };
  const taking = await here.app.get(CapturedCalls).take({
    about: {
      ...{ source: of.name, externalId: session, direction: 'inbound', region: 'CN', startedAt: ANSWERED },
      ...{ customer: {}, ...over },
    },
    names: [NAME],
    consent: { state: 'announced', evidence },
    withdrawn: null,
    final: false,
    talks: [
      {
        ...{ recordingExternalId: session, agentChannel: 'left' },
        leg: { extension: '1001', endedAt: ENDED, holdSpans: [], ...leg },
        sound: { bytes: () => Readable.from([sound]), size: sound.length, captured },
      },
    ],
  });
  expect(taking).toEqual({ outcome: 'taken' });
  return session;
}

const callsOf = ({ name }: TelephonySourceRow) =>
  here.source.manager.find(Call, { where: { source: name }, order: { startedAt: 'ASC' } });

describe('a captured call, and what its telephone system writes of it', () => {
  it.each(['records', 'capture'] as const)('are one, where %s came first', async (first) => {
    const of = await kamailio();
    if (first === 'records') await sendRecords(of);
    const session = await capture(of);
    if (first === 'capture') await sendRecords(of);
    const [call, ...more] = await callsOf(of);
    expect(more).toEqual([]);
    const recording = await here.source.manager.findOneByOrFail(Recording, { callId: call!.id });
    expect(recording).toMatchObject({ externalId: session });
    // Who listened in on the session is found by it.
    expect(await callNamed(here.source.manager, of.name, session)).toBe(call!.id);
    expect(await here.source.manager.findOneByOrFail(Leg, { id: recording.legId })).toMatchObject({
      ...{ personId: agent, recordKey: expect.any(String), answeredAt: new Date(ANSWERED) },
    });
  });

  it('are two, where the system told the id of another time', async () => {
    const of = await kamailio();
    await sendRecords(of);
    await capture(of, { startedAt: '2026-11-30T14:00:00.000Z' }, { endedAt: '2026-11-30T14:01:00.000Z' });
    expect(await callsOf(of)).toHaveLength(2);
  });

  it('are two, where the call of that id is recorded as another agent’s, and nothing is lost', async () => {
    const of = await kamailio();
    const first = await capture(of);
    const second = await capture(of, {}, { extension: '1003' });
    const calls = await callsOf(of);
    expect(calls.map(({ externalId }) => externalId).toSorted()).toEqual([first, second].toSorted());
    expect(await here.source.manager.countBy(Recording, { source: of.name })).toBe(2);
    expect(await here.source.manager.countBy(Leg, { personId: other })).toBe(1);
  });
});
