import { readChecklist } from '../../../../libs/quality/src/checklists/load-checklist.js';
import { TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { seededRandom } from '../../../../measure/bench/seeded-random.rules.js';
import { inventedCalls, INVENTED_DAYS, type InventedAgent } from './invented-calls.rules.js';
import { inventedResults } from './invented-results.rules.js';

const ZONE = 'Asia/Shanghai';
const NOW = new Date('2026-03-12T03:00:00Z');
const agents: InventedAgent[] = [
  { username: 'ann', language: 'zh', skill: 0.9, gain: 0 },
  { username: 'bob', language: 'en', skill: 0.6, gain: 0.2 },
];
const month = () => inventedCalls(agents, NOW, ZONE, seededRandom(7));

describe('an invented month', () => {
  it('is the same for the same numbers, of the thirty days before today', () => {
    expect(month()).toEqual(month());
    const hours = month().map(({ startedAt }) => startedAt.toISOString());
    expect(hours.every((at) => at >= '2026-02-09T16:00' && at < '2026-03-11T16:00')).toBe(true);
    expect(new Set(hours.map((at) => at.slice(0, 10))).size).toBeGreaterThan(INVENTED_DAYS - 10);
    expect(new Set(month().map(({ key }) => key)).size).toBe(month().length);
  });

  it('is busy on working days', () => {
    const weekday = ({ startedAt }: { startedAt: Date }) => (startedAt.getUTCDay() + 6) % 7 < 5;
    expect(month().filter(weekday).length).toBeGreaterThan(month().length * 0.8);
  });

  it('has people who work differently, and facts that the results agree with', () => {
    const { checklist } = readChecklist(TRIAL);
    const random = seededRandom(3);
    const share = new Map<string, [number, number]>();
    for (const call of month()) {
      const items = new Map(inventedResults(checklist, call, random).map((item) => [item.itemId, item]));
      expect(items.get('manner.kindness')).toMatchObject({ outcome: 'insufficient', reason: 'left_to_a_person' });
      if (call.direction === 'inbound')
        expect(items.get('answer.three_rings')?.outcome).toBe(call.ringSeconds < 15 ? 'met' : 'not_met');
      const [met, all] = share.get(call.username) ?? [0, 0];
      const { outcome } = items.get('greeting.company')!;
      if (outcome === 'met' || outcome === 'not_met')
        share.set(call.username, [met + Number(outcome === 'met'), all + 1]);
    }
    const of = (name: string) => share.get(name)![0] / share.get(name)![1];
    expect(of('ann')).toBeGreaterThan(of('bob'));
  });
});
