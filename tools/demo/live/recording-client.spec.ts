import { type RecordingSession } from '#capture';
import { createLogger } from '#platform';
import { MemoryPlane } from '../../../apps/capture/src/sip-server/memory-plane.fixture.js';
import { randomFresh } from '../../../apps/capture/src/sip-server/random-fresh.js';
import { SipServer } from '../../../apps/capture/src/sip-server/sip-server.js';
import { RecordingClient } from './recording-client.js';

const CALL = {
  id: 'pbx1-1796040577.3',
  customer: { number: '13511203377', name: '林 & "Co"' },
  agent: { extension: '8021', name: 'Min Li' },
};
const FRAMES = 5;
/** Each frame sounds otherwise. */
const side = (first: number): Buffer =>
  Buffer.from(Array.from({ length: FRAMES * 160 }, (_, at) => first + Math.floor(at / 160)));

describe('the demonstration’s recording client', () => {
  const plane = new MemoryPlane();
  const begun: RecordingSession[] = [];
  let server: SipServer;
  beforeAll(async () => {
    server = await SipServer.open(
      { host: '127.0.0.1', port: 0, peers: ['127.0.0.1'], calls: 1 },
      {
        ...{ media: plane, fresh: randomFresh, logger: createLogger('capture', 'silent'), now: () => new Date() },
        begun: (session) => void begun.push(session),
      },
    );
  });
  afterAll(async () => {
    plane.closeAll();
    await server.close();
  });

  it('offers a call with who speaks and the id of its switchboard, sends both sides, and ends it', async () => {
    const client = await RecordingClient.open(CALL, server.ports.udp);
    await client.begin();
    expect(begun.map(({ metadata }) => metadata.callIds)).toEqual([[CALL.id]]);
    expect(plane.plans.at(-1)?.parties).toMatchObject([
      { extension: CALL.customer.number, name: CALL.customer.name },
      { extension: '8021', name: 'Min Li' },
    ]);
    const sound = { customer: side(10), agent: side(60) };
    await client.speak(sound, new AbortController().signal);
    // The answer to the end comes after the datagrams that were sent before it were read.
    await client.end();
    for (const [stream, sent] of [sound.customer, sound.agent].entries()) {
      const heard = plane.packets.get(stream)?.map(({ payload }) => payload) ?? [];
      expect(Buffer.concat(heard)).toEqual(sent);
    }
    expect(plane.closed).toHaveLength(1);
  });

  it('says what it was refused with', async () => {
    const clients = await Promise.all([1, 2].map(() => RecordingClient.open(CALL, server.ports.udp)));
    await clients[0]!.begin();
    await expect(clients[1]!.begin()).rejects.toThrow('503');
    await clients[0]!.end();
    clients[1]!.close();
  });
});
