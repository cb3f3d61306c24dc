import { mergeHouses } from '../knowledge.rules.js';
import { asterisk } from './asterisk.rules.js';
import { houseOf } from './house.rules.js';
import { OPTIONS, read } from './twelve-calls.fixture.js';

const records = read('Cel.csv', 'queue_log', 'Master.csv');

describe('what records tell of the house', () => {
  it('is the same in one piece and in many, told in any order and twice', () => {
    const whole = asterisk.survey(records);
    const pieces = ['Cel.csv', 'queue_log', 'Master.csv'].map((name) => asterisk.survey(read(name)));
    expect(mergeHouses(...pieces.toReversed(), ...pieces)).toEqual(whole);
    expect(asterisk.survey(records, whole)).toEqual(whole);
    expect(asterisk.survey([], whole)).toEqual(whole);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  it('names telephones and the line outside', () => {
    const house = houseOf(asterisk.survey(records));
    expect([...house.telephones.keys()]).toEqual(['PJSIP/101', 'PJSIP/102', 'PJSIP/103']);
    expect([...house.trunks]).toEqual(['PJSIP/trunk']);
    expect(house.hearsHolds).toBe(true);
  });

  it('gives a desk that bore two numbers none of them', () => {
    const house = houseOf({ numbers: ['PJSIP/desk 101', 'PJSIP/desk 102', 'PJSIP/wang 103'] });
    expect([...house.telephones]).toEqual([
      ['PJSIP/desk', ''],
      ['PJSIP/wang', '103'],
    ]);
  });

  it('gives a name that two telephones answered by to none of them', () => {
    const house = houseOf({
      endpoints: ['PJSIP/101', 'PJSIP/102'],
      memberNames: ['PJSIP/101 Desk', 'PJSIP/102 Desk', 'PJSIP/102 Li Na', 'Local/205@queue Chen Bo'],
    });
    expect([...house.members]).toEqual([
      ['Li Na', '102'],
      ['Chen Bo', '205'],
    ]);
  });
});

describe('a piece of a log that is written in another zone than was said', () => {
  const line = (type: string, at: string, second: number) =>
    `"${type}","${at}","","101","","","102","inside","PJSIP/101-00000001","","","${second}.7","${second}.7","","","",""`;
  const second = Date.UTC(2026, 10, 30, 12) / 1000;
  const first = asterisk.read({ name: 'cel', text: line('CHAN_START', '2026-11-30 20:00:00.5', second) }, OPTIONS);
  const later = (house: ReturnType<typeof asterisk.survey>) =>
    asterisk.read({ name: 'cel', text: line('HANGUP', '2026-11-30 20:40:00.5', second) }, OPTIONS, house)?.records[0]
      ?.at;

  it('is read by the clock that the house is known to have', () => {
    expect(first?.records[0]?.at).toBe(second * 1000 + 500);
    expect(later(asterisk.survey(first?.records ?? []))).toBe(second * 1000 + 2_400_500);
  });

  it('is read as was said where no clock is known that can be its own', () => {
    expect(later(null)).toBe(second * 1000 + 8 * 3_600_000 + 2_400_500);
    expect(later({ clocks: [String(12 * 3_600_000)] })).toBe(second * 1000 + 8 * 3_600_000 + 2_400_500);
  });

  it('takes the nearer of a clock that has a summer time', () => {
    expect(later({ clocks: [7, 8].map((hours) => String(hours * 3_600_000)) })).toBe(second * 1000 + 2_400_500);
  });
});
