import { type CallRow } from '#contracts';
import { exportLine, headLine } from './export-line.rules.js';

const name = { zh: '李佳宁', en: 'Li Jianing' };
const ROW: CallRow = {
  ...{ callId: 'call', invented: false, startedAt: '2026-03-12T06:02:00.000Z', direction: 'inbound', language: 'zh' },
  ...{ stage: 'scored', stageReason: null, stageSaid: null, stageAt: '2026-03-12T06:05:00.000Z', destroyed: false },
  ...{ progress: null, durationMs: 90_000, ringSeconds: 4, silenceMs: null, customer: null, matter: null },
  agent: { personId: 'p', name, staffNumber: '1024', team: { teamId: 't', name }, leftAt: null },
  score: {
    counts: { met: 5, not_met: 3, not_applicable: 1, insufficient: 2 },
    ...{ told: 2, worst: null, points: 40, maxPoints: 60, coverage: 0.9 },
  },
  scoreWithheld: false,
} as unknown as CallRow;

const cells = (line: string): string[] => line.trim().replaceAll('"', '').split(',');

describe('a line of the calls that are taken along', () => {
  it.each(['zh', 'en'] as const)('counts what is not trusted apart from what was not met, in %s', (language) => {
    const head = cells(headLine(language));
    const line = cells(exportLine(ROW, language, 'Asia/Shanghai'));
    expect(line).toHaveLength(head.length);
    const of = (column: string) => line[head.indexOf(column)];
    const [missed, told] =
      language === 'zh' ? ['未达成', '未达成（尚未可信）'] : ['Not met', 'Not met (not yet trusted)'];
    expect(of(missed)).toBe('1');
    expect(line.at(-1)).toBe('2');
    expect(headLine(language)).toContain(told);
  });
});
