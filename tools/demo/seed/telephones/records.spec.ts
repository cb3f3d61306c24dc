import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES } from '#telephony/rules';
import { RECORDED_TALKS } from './recordings.js';

const FOLDER = import.meta.dirname;
const OPTIONS = { zone: 'Asia/Shanghai', home: 'CN' as const, map: {} };

const asterisk = SOURCES.find(({ name }) => name === 'asterisk');
const records = ['Cel.csv', 'queue_log'].flatMap((name) => {
  const read = asterisk?.read({ name, text: readFileSync(join(FOLDER, name), 'utf8') }, OPTIONS);
  if (!read || read.unread.length > 0) throw new Error(`${name} cannot be read`);
  return read.records;
});
const calls = asterisk?.calls(records, OPTIONS) ?? [];

describe('the telephone records of the demonstration', () => {
  it('tell of calls that reached an agent, two agents or none', () => {
    expect(calls.map(({ facts }) => facts.outcome?.value)).toEqual([
      'abandoned',
      'missed',
      'answered',
      'answered',
      'missed',
      'busy',
      'answered',
    ]);
    const passedOn = calls.at(-1)?.legs.filter(({ facts }) => facts.kind?.value === 'agent') ?? [];
    expect(passedOn.map(({ facts }) => facts.extension?.value)).toEqual(['8022', '8031']);
  });

  it('know each call and each talk that was recorded', () => {
    for (const { externalId, answeredAt } of RECORDED_TALKS) {
      const call = calls.find(({ ids }) => ids.includes(externalId));
      const answers = call?.legs.map(({ facts }) => Number(facts.answeredAt?.value)) ?? [];
      expect(answers.some((at) => Math.abs(at - Date.parse(answeredAt)) < 100)).toBe(true);
    }
  });
});
