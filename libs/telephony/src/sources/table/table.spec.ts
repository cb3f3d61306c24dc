import { printed } from '../../fold/printed.rules.js';
import { table } from './table.rules.js';

const OPTIONS = { zone: 'Asia/Shanghai', home: 'CN' as const, map: {} };
const CSV = `通话编号,开始时间,方向,客户号码,分机,振铃秒数,结果
A1,2026-11-30 20:00:00,inbound,13800002046,101,3.5,answered
A1,2026-11-30 20:00:00,inbound,13800002046,102,,declined
A2,2026-11-30 20:05:00,outbound,anonymous,101,,
`;
const MAP = {
  ...{ 通话编号: 'call', 开始时间: 'started_at', 方向: 'direction', 客户号码: 'customer', 分机: 'extension' },
  ...{ 振铃秒数: 'ring_seconds', 结果: 'leg_outcome' },
};

const told = (text: string, map: Record<string, string> = {}) => {
  const read = table.read({ name: 'export', text }, { ...OPTIONS, map });
  return table.calls(read?.records ?? [], OPTIONS).map((call) => printed(call, false));
};

describe('a table of calls', () => {
  it('is read by names that its owner gives', () => {
    expect(told(CSV, MAP)).toMatchObject([
      {
        ...{ call: 'A1', startedAt: '2026-11-30T12:00:00.000Z', direction: 'inbound', customer: '+8613800002046' },
        legs: [
          { kind: 'agent', extension: '101', ringSeconds: 3.5, outcome: 'answered', holdSpans: null },
          { kind: 'agent', extension: '102', ringSeconds: null, outcome: 'declined' },
        ],
      },
      { call: 'A2', customer: null, withheld: true, legs: [{ outcome: null }] },
    ]);
  });

  it('is the same as JSON, as a list or a line each, in any order', () => {
    const rows = [
      { call: 'A1', started_at: '2026-11-30T12:00:00Z', extension: '101', leg_outcome: 'answered', ring_seconds: 3.5 },
      { call: 'A1', started_at: '2026-11-30T12:00:00Z', extension: '102', leg_outcome: 'declined' },
    ];
    const lines = rows.toReversed().map((row) => JSON.stringify(row));
    expect(told(lines.join('\n'))).toEqual(told(JSON.stringify(rows)));
    expect(told(lines.join('\n'))).toHaveLength(1);
  });

  it('names rows that say what no call can be', () => {
    const bad = `${CSV}A3,yesterday,inbound,,,,\nA4,2026-11-30 20:05:00,sideways,,,,\n,2026-11-30 20:05:00,inbound,,,,\n`;
    expect(table.read({ name: 'export', text: bad }, { ...OPTIONS, map: MAP })?.unread).toEqual([
      { line: 5, what: 'time' },
      { line: 6, what: 'value' },
      { line: 7, what: 'columns' },
    ]);
  });

  it('is no table of calls without an id and a time', () => {
    expect(table.read({ name: 'people.csv', text: 'name,extension\nWang,101\n' }, OPTIONS)).toBeNull();
    expect(
      table.read({ name: 'x.json', text: '{"call":"s1","startedAt":"2026-11-30T12:09:37.225Z"}' }, OPTIONS),
    ).toBeNull();
    expect(table.read({ name: 'torn.json', text: '{"call":' }, OPTIONS)).toBeNull();
  });
});
