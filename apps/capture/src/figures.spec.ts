import { figuresOf, type Told } from './figures.js';
import { SipFigures } from './sip-server/sip-figures.js';

const at = (second: number) => new Date(1_796_000_000_000 + second * 1000);

function told(figures: SipFigures): Told {
  return {
    env: {
      sip: { host: '10.2.0.5', calls: 250, peers: ['10.2.0.0/24'] },
      capture: { spoolBytes: 1000 },
    } as unknown as Told['env'],
    startedAt: at(0),
    sip: { figures, faults: { counts: new Map([['a packet', 2]]) } as never, ports: { udp: 5070, tcp: 5070, tls: 0 } },
    media: { traffic: [], spoolBytes: 10, bufferBytes: null },
    stock: { ready: 3, wanted: 4 },
    handingOver: { unanswered: 1 },
  };
}

describe('figures for the page of the connection', () => {
  it('have the sender first that was heard last, by a call or a probe', () => {
    const figures = new SipFigures();
    figures.note('10.2.0.11', 'INVITE', at(10));
    figures.note('10.2.0.12', 'OPTIONS', at(30));
    figures.note('10.2.0.13', 'INVITE', at(20));
    figures.peer('10.2.0.13').lastRefusal = { at: at(20), status: 503, why: 'full' };
    const { peers, faults } = figuresOf(told(figures));
    expect(peers.map(({ address }) => address)).toEqual(['10.2.0.12', '10.2.0.13', '10.2.0.11']);
    expect(peers[1]).toMatchObject({ lastRefusal: { at: at(20).toISOString(), status: 503, why: 'full' } });
    expect(faults).toBe(2);
  });

  it('have the most frequent reasons first, and of many senders those that spoke last', () => {
    const figures = new SipFigures();
    for (const why of ['full', 'stopping', 'stopping'] as const) figures.count(figures.refused, why);
    for (let n = 0; n < 60; n++) figures.note(`10.2.1.${n}`, 'INVITE', at(n));
    const { peers, refused } = figuresOf(told(figures));
    expect(refused).toEqual([
      { why: 'stopping', count: 2 },
      { why: 'full', count: 1 },
    ]);
    expect([peers.length, peers[0]?.address, peers.at(-1)?.address]).toEqual([50, '10.2.1.59', '10.2.1.10']);
  });
});
