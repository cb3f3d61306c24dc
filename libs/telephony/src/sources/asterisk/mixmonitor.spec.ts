import { type FoldedCall } from '../../fold/model.js';
import { monitorFiles, sidesOf, type MonitorPair } from './mixmonitor.rules.js';

const NAMED = 'pbx1-1796040577.3';
const call = (direction: 'inbound' | 'outbound' | 'internal'): FoldedCall => ({
  ...{ source: 'asterisk', id: NAMED, ids: [NAMED], legs: [], contradictions: [] },
  facts: { direction: { value: direction, within: 1, record: 'r' } },
});

describe('the files of MixMonitor', () => {
  it('are paired by the channel that they name', () => {
    const files = [`${NAMED}-agent.wav`, `${NAMED}.wav`, `${NAMED}-customer.wav`, 'pbx1-1796040637.14-customer.wav'];
    expect(monitorFiles(files)).toEqual([
      { uniqueid: NAMED, receive: `${NAMED}-customer.wav`, transmit: `${NAMED}-agent.wav`, mix: `${NAMED}.wav` },
      { uniqueid: 'pbx1-1796040637.14', receive: 'pbx1-1796040637.14-customer.wav', transmit: null, mix: null },
    ]);
  });

  it('are paired as FreePBX names them', () => {
    const base = 'out-12025550143-101-20261130-120937-1796040577.3';
    expect(monitorFiles([`${base}-r.wav`, `${base}-t.wav`])).toMatchObject([{ uniqueid: '1796040577.3', mix: null }]);
  });

  it('are told as far as they are there, each side once', () => {
    const other = 'pbx1-1796040637.14';
    const files = [`${NAMED}-t.wav`, `${other}-tx.wav`, `${other}-rx.wav`, `${other}.wav`, 'call-in.wav'];
    expect(monitorFiles(files)).toEqual([
      { uniqueid: NAMED, receive: null, transmit: `${NAMED}-t.wav`, mix: null },
      { uniqueid: other, receive: `${other}-rx.wav`, transmit: `${other}-tx.wav`, mix: `${other}.wav` },
    ]);
  });

  it('have the side of the channel that they were made on', () => {
    const [pair] = monitorFiles([`${NAMED}-r.wav`, `${NAMED}-t.wav`]) as MonitorPair[];
    if (!pair) throw new Error('no pair');
    expect(sidesOf(pair, call('inbound'))).toEqual({ customer: pair.receive, agent: pair.transmit });
    expect(sidesOf(pair, call('outbound'))).toEqual({ customer: pair.transmit, agent: pair.receive });
    expect(sidesOf(pair, call('internal'))).toBeNull();
    expect(sidesOf({ ...pair, uniqueid: '1796040999.1' }, call('inbound'))).toBeNull();
  });

  it('do not tell the sides of a consultation that became part of the call', () => {
    const consult = 'pbx1-1796040601.9';
    const [pair] = monitorFiles([`${consult}-r.wav`, `${consult}-t.wav`]) as MonitorPair[];
    expect(sidesOf(pair!, { ...call('inbound'), ids: [NAMED, consult] })).toBeNull();
  });
});
