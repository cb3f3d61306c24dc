import { Leg } from '#calls';
import { ExtensionMapService, Person } from '#people';
import { UploadDesk } from '../../../../../test/support/upload-desk.js';
import { buildPerson } from '../../../../../test/factories/organisation.js';

let desk: UploadDesk;
let first: string;
let second: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { source, app } = desk.api;
  [first, second] = [
    await buildPerson(source, { teamId: desk.organisation.teamA }),
    await buildPerson(source, { teamId: desk.organisation.teamB }),
  ];
  const map = app.get(ExtensionMapService);
  for (const [personId, from] of [
    [first, '2026-03-01T00:00:00Z'],
    [second, '2026-03-12T06:02:05Z'],
  ] as const) {
    const { staffNumber } = await source.manager.findOneByOrFail(Person, { id: personId });
    await map.assign({ extension: '8021', staffNumber, from: new Date(from), to: null }, null, first);
  }
});
afterAll(() => desk.api.stop());

describe('a leg that names an extension', () => {
  const agentOf = async (leg: object): Promise<Partial<Leg>> => {
    const { status, body } = await desk.upload(desk.metadata({ legs: [{ extension: '8021', ...leg }] }));
    expect(status).toBe(201);
    return desk.api.source.manager.findOneByOrFail(Leg, { callId: body.callId });
  };

  it('is the person who sat there when it was answered, else alerted, else when the call began', async () => {
    const [before, after] = ['2026-03-12T14:02:04+08:00', '2026-03-12T14:02:05+08:00'];
    expect(await agentOf({})).toMatchObject({ personId: first, teamId: desk.organisation.teamA });
    expect(await agentOf({ alertedAt: after })).toMatchObject({ personId: second, teamId: desk.organisation.teamB });
    expect(await agentOf({ alertedAt: before, answeredAt: after })).toMatchObject({ personId: second });
  });

  it('is refused in words when the extension was not in use, or when the agent is named twice or not at all', async () => {
    const send = (leg: object) => desk.upload(desk.metadata({ legs: [leg] }));
    const early = '2026-02-01T00:00:00Z';
    const seat = { extension: '8021', answeredAt: early };
    const unused = await desk.upload(desk.metadata({ startedAt: early, legs: [seat] }));
    expect([unused.status, unused.body.code]).toEqual([400, 'unknown_extension']);
    expect(unused.body.detail.zh).toContain('没有人使用分机 8021');
    for (const leg of [{}, { extension: '8021', staffNumber: 'x' }]) {
      const answer = await send(leg);
      expect([answer.status, answer.body.code, answer.body.fields?.[0]?.path]).toEqual([400, 'bad_input', 'legs.0']);
    }
  });
});
