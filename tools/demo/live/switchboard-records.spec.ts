import { SOURCES } from '#telephony/rules';
import {
  ANSWERED_S,
  answeredRecords,
  callIdAt,
  endedRecords,
  rungRecords,
  type QueueCall,
  type WrittenRecords,
} from './switchboard-records.rules.js';

const OPTIONS = { zone: 'UTC', home: 'CN' as const, map: {} };
const AT = Date.parse('2026-12-01T02:00:00.000Z');
const ANSWERED = AT + ANSWERED_S * 1000;
const CALL: QueueCall = {
  ...{ id: callIdAt(AT, 41), at: AT, queue: 'cards' },
  customer: { number: '13511203377', name: '林女士' },
  agent: { extension: '8021', name: 'Min Li' },
};

function told(...written: WrittenRecords[]) {
  const asterisk = SOURCES.find(({ name }) => name === 'asterisk');
  const records = written.flatMap((one) =>
    Object.entries(one).flatMap(([name, text]) => {
      const read = asterisk?.read({ name, text }, OPTIONS);
      if (!read || read.unread.length > 0) throw new Error(`${name} cannot be read`);
      return read.records;
    }),
  );
  const [call, ...more] = asterisk?.calls(records, OPTIONS) ?? [];
  expect(more).toEqual([]);
  return call!;
}

describe('what the demonstration’s switchboard writes of a call', () => {
  it('tells that it waits and rings, before anyone answered', () => {
    const call = told(rungRecords(CALL));
    expect(call.ids).toEqual([CALL.id]);
    expect(call.facts.outcome).toBeUndefined();
    expect(call.legs.map(({ facts }) => facts.extension?.value)).toContain('8021');
  });

  it('tells who talks, while they talk', () => {
    const call = told(rungRecords(CALL), answeredRecords(CALL, ANSWERED));
    const leg = call.legs.find(({ facts }) => facts.extension?.value === '8021');
    expect(leg?.facts.answeredAt?.value).toBe(ANSWERED);
    expect(leg?.facts.endedAt).toBeUndefined();
  });

  it('tells the whole of it when it is over', () => {
    const end = ANSWERED + 30_000;
    const call = told(rungRecords(CALL), answeredRecords(CALL, ANSWERED), endedRecords(CALL, ANSWERED, end));
    expect(call.facts).toMatchObject({ outcome: { value: 'answered' }, hangupSide: { value: 'customer' } });
    const leg = call.legs.find(({ facts }) => facts.extension?.value === '8021');
    expect(leg?.facts).toMatchObject({ answeredAt: { value: ANSWERED } });
    expect(call.legs.map(({ facts }) => facts.queue?.value)).toContain('cards');
    expect(Math.abs(Number(leg?.facts.endedAt?.value) - end)).toBeLessThan(1000);
  });
});
