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

  it('are read past lines that are none, which are named', () => {
    const text = `{"type":\n${textOf('hold')}torn\n{"type":"x"}\n`;
    const found = asterisk.read({ name: 'events', text }, OPTIONS);
    expect(told(found!.records)).toEqual(told(read(textOf('hold'))));
    expect(found?.unread).toEqual([
      { line: 1, what: 'columns' },
      { line: 59, what: 'columns' },
      { line: 60, what: 'event' },
    ]);
    expect(asterisk.read({ name: 'other', text: '{"type":"x"}\n' }, OPTIONS)).toBeNull();
  });

  it('make no file theirs whose first line is none', () => {
    const [event] = textOf('hold').split('\n');
    const log = readFileSync(join(import.meta.dirname, 'fixtures/twelve-calls/Master.csv'), 'utf8');
    const found = asterisk.read({ name: 'Master.csv', text: `${log}${event}\n` }, OPTIONS);
    expect(found?.records).toEqual(asterisk.read({ name: 'Master.csv', text: log }, OPTIONS)?.records);
    expect(found?.unread).toEqual([{ line: log.split('\n').length, what: 'columns' }]);
  });

  describe('of shapes that were not seen of a real system', () => {
    /** What holds of a call however its telephones were connected. */
    const ALONE = { outcome: null, hangupSide: null, legs: [] };

    it('tell of no agent behind a Local channel, and of one call', () => {
      const [call, ...others] = told(read(LOCAL_MEMBER));
      expect(others).toEqual([]);
      expect(call).toMatchObject({ call: '1796040000.1', direction: 'inbound', startedAt: at('00:00.000'), ...ALONE });
    });

    it('tell nothing of what a Local channel dials that no call dialled', () => {
      const lines = LOCAL_MEMBER.split('\n').filter(
        (line) => !line.includes('"Dial"') || line.includes('"caller":{"id":"1796040000.3"'),
      );
      expect(JSON.stringify(read(lines.join('\n')))).not.toMatch(/PJSIP.101/);
    });

    it('let no telephone ring in vain that another picked up from', () => {
      // It takes the ringing channel over, with its name.
      const [taken, ...empty] = told(read(pickedUp({ renamed: true, together: false })));
      for (const call of [taken, ...empty]) expect(call).toMatchObject(ALONE);
      // It is connected with the caller, by a call of its own.
      const both = told(read(pickedUp({ renamed: false, together: true })));
      expect(both).toHaveLength(2);
      for (const call of both) expect(call).toMatchObject(ALONE);
      // Nothing is seen of it but that another answered.
      const [call] = told(read(pickedUp({ renamed: false, together: false })));
      expect(call).toMatchObject({ call: '1796040000.1', ...ALONE });
    });

    it('tell of no agent whose call was parked, or led into another bridge', () => {
      for (const bridge_class of ['parking', 'base']) {
        const text = textOf('hold').replaceAll('"bridge_class":"basic"', `"bridge_class":"${bridge_class}"`);
        expect(told(read(text))[0]).toMatchObject(ALONE);
      }
    });
  });
});

const line = (second: number, type: string, more: object): string =>
  JSON.stringify({
    ...{ type, timestamp: `2026-11-30T12:00:${String(second).padStart(2, '0')}.000+0000`, asterisk_id: 'x', ...more },
  });
const ids = (...letters: string[]): string[] => letters.map((one) => `1796040000.${'abcdz'.indexOf(one) + 1}`);
const channel = (id: string, name: string, state: string) => ({
  ...{ id: ids(id)[0], name, state, caller: { name: '', number: id === 'a' ? '13800002046' : '101' } },
  dialplan: { context: id === 'a' ? 'from-trunk' : 'from-internal', exten: 's', app_name: '', app_data: '' },
});
const CALLER = 'PJSIP/trunk-00000001';

/** A queue's member is `Local/101@from-queue`: its second half, made as if it came in, dials the telephone. */
const LOCAL_MEMBER = (() => {
  const [one, two] = ['Local/101@from-queue-00000001;1', 'Local/101@from-queue-00000001;2'];
  const telephone = 'PJSIP/101-00000002';
  const bridge = (id: string, channels: string[]) => ({ id, bridge_class: 'basic', channels: ids(...channels) });
  const gone = (id: string, name: string) =>
    line(30, 'ChannelDestroyed', { cause: 16, channel: channel(id, name, 'Up') });
  return [
    line(0, 'ChannelCreated', { channel: channel('a', CALLER, 'Ring') }),
    line(1, 'ChannelCreated', { channel: channel('b', one, 'Down') }),
    line(1, 'ChannelCreated', { channel: channel('c', two, 'Ring') }),
    line(1, 'Dial', { caller: channel('a', CALLER, 'Ring'), peer: channel('b', one, 'Down') }),
    line(2, 'ChannelCreated', { channel: channel('d', telephone, 'Down') }),
    line(2, 'Dial', { caller: channel('c', two, 'Ring'), peer: channel('d', telephone, 'Down') }),
    ...[['d', telephone] as const, ['c', two] as const, ['b', one] as const, ['a', CALLER] as const].map(([id, name]) =>
      line(5, 'ChannelStateChange', { channel: channel(id, name, 'Up') }),
    ),
    line(6, 'ChannelEnteredBridge', { channel: channel('d', telephone, 'Up'), bridge: bridge('p', ['c', 'd']) }),
    line(6, 'ChannelEnteredBridge', { channel: channel('a', CALLER, 'Up'), bridge: bridge('q', ['a', 'b']) }),
    ...[gone('d', telephone), gone('c', two), gone('b', one), gone('a', CALLER)],
  ].join('\n');
})();

/** The telephone 101 rings for a caller; 102 takes the call from its own desk. */
function pickedUp({ renamed, together }: { renamed: boolean; together: boolean }): string {
  const [ringing, other] = ['PJSIP/101-00000002', 'PJSIP/102-00000003'];
  const taken = renamed ? 'b' : 'c';
  const rest = renamed ? `${ringing}<ZOMBIE>` : ringing;
  const bridge = { id: 'p', bridge_class: 'basic', channels: ids('a', together || renamed ? taken : 'z') };
  return [
    line(0, 'ChannelCreated', { channel: channel('a', CALLER, 'Ring') }),
    line(1, 'ChannelCreated', { channel: channel('b', ringing, 'Down') }),
    line(1, 'Dial', { caller: channel('a', CALLER, 'Ring'), peer: channel('b', ringing, 'Down') }),
    line(1, 'ChannelStateChange', { channel: channel('b', ringing, 'Ringing') }),
    line(5, 'ChannelCreated', { channel: channel('c', other, 'Ring') }),
    line(5, 'ChannelStateChange', { channel: channel('c', other, 'Up') }),
    line(5, 'ChannelDestroyed', { cause: 26, channel: channel(renamed ? 'c' : 'b', rest, 'Ringing') }),
    line(5, 'ChannelStateChange', { channel: channel('a', CALLER, 'Up') }),
    line(6, 'ChannelEnteredBridge', { channel: channel(taken, other, 'Up'), bridge }),
    line(6, 'ChannelEnteredBridge', { channel: channel('a', CALLER, 'Up'), bridge }),
    line(30, 'ChannelDestroyed', { cause: 16, channel: channel(taken, other, 'Up') }),
    line(30, 'ChannelDestroyed', { cause: 16, channel: channel('a', CALLER, 'Up') }),
  ].join('\n');
}
