import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asterisk } from './asterisk.rules.js';
import { OPTIONS, told } from './twelve-calls.fixture.js';

/** What a real Asterisk told while both sides of a call were tapped. */
const textOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, `fixtures/rest-events/${name}.jsonl`), 'utf8');
const read = (text: string) => asterisk.read({ name: 'events', text }, OPTIONS)!.records;
const at = (time: string): string => `2026-11-30T12:${time}Z`;

describe('events of the REST interface', () => {
  it('tell of a call from a queue, its hold, and who hung up', () => {
    const [call, ...others] = told(read(textOf('hold')));
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      ...{ call: 'pbx1-1796040882.69', direction: 'inbound', customer: '+8613800002046', queue: 'support' },
      ...{ startedAt: at('14:42.164'), answeredAt: at('14:46.833'), endedAt: at('15:01.137'), hangupSide: 'customer' },
    });
    expect(call?.legs).toMatchObject([
      { kind: 'queue', outcome: 'answered' },
      { kind: 'agent', extension: '101', ringSeconds: 3.012, holdSpans: [[at('14:54.102'), at('14:57.109')]] },
    ]);
  });

  it('tell of a transfer to a colleague who was asked first, and leave out the channels of the tap', () => {
    const records = read(textOf('attended-transfer'));
    const [call, ...others] = told(records);
    expect(others).toEqual([]);
    expect(call).toMatchObject({ outcome: 'answered', hangupSide: 'agent' });
    expect(call?.legs).toMatchObject([
      { kind: 'queue' },
      { kind: 'agent', extension: '101', endedAt: at('17:49.126'), transfer: { kind: 'attended', to: '103' } },
      { kind: 'consult', extension: '103', startedAt: at('17:43.109'), endedAt: at('17:49.126') },
      { kind: 'agent', extension: '103', startedAt: at('17:49.124'), endedAt: at('17:55.141'), hangupSide: 'agent' },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/Snoop|UnicastRTP/);
  });

  it('give the same calls in any order, and twice', () => {
    const records = read(textOf('attended-transfer'));
    expect(told([...records.toReversed(), ...records])).toEqual(told(records));
  });

  it('hold no keypad digit', () => {
    const digit = { type: 'ChannelDtmfReceived', digit: '7', duration_ms: 100, asterisk_id: 'a' };
    const channel = { id: 'pbx1-1796040882.69', name: 'PJSIP/trunk-00000022' };
    const pressed = JSON.stringify({ ...digit, timestamp: '2026-11-30T12:14:50.000+0000', channel });
    expect(read(`${textOf('hold')}${pressed}\n`)).toEqual(read(textOf('hold')));
  });

  it('say nothing of channels whose beginning they do not show', () => {
    const lines = textOf('hold').split('\n');
    const answered = lines.findIndex((line) => line.includes('"Queue:support"') || line.includes('BridgeCreated'));
    expect(told(read(lines.slice(answered).join('\n')))).toEqual([]);
    const without = lines.filter((line) => !line.includes('"type":"Dial"')).join('\n');
    expect(told(read(without))[0]?.legs.map(({ kind }) => kind)).not.toContain('agent');
  });

  it('are read past a line that is none', () => {
    expect(told(read(`{"type":\n${textOf('hold')}`))).toEqual(told(read(textOf('hold'))));
    expect(asterisk.read({ name: 'other', text: '{"type":"x"}\n' }, OPTIONS)).toBeNull();
  });
});
