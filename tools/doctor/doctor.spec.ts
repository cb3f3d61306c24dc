import { clockFinding } from './checks/database.check.js';
import { diskFinding } from './checks/disk.check.js';
import { languageData, nodeVersion } from './checks/runtime.check.js';
import { webFinding } from './checks/web.check.js';
import { report } from './report.js';

const GB = 1e9;

describe('what the doctor makes of figures', () => {
  it.each([
    ['20.18.9', 'fault'],
    ['20.19.0', 'warning'],
    ['22.12.0', 'ok'],
    ['24.1.0', 'ok'],
    ['9.99.0', 'fault'],
  ])('Node %s is %s', (version, level) => {
    expect(nodeVersion(version).level).toBe(level);
  });

  it.each([
    [0.9 * GB, 'full', 0, 'fault'],
    [9 * GB, 'low', 2 * GB, 'warning'],
    [30 * GB, 'well', 16 * GB, 'warning'],
    [30 * GB, 'well', 2 * GB, 'ok'],
    [null, 'unknown', 2 * GB, 'fault'],
  ] as const)('%d bytes free, %s, for recordings of %d are %s', (freeBytes, state, largest, level) => {
    const disk = { place: 'recordings' as const, path: '/srv', refuses: true, totalBytes: 100 * GB };
    expect(diskFinding({ ...disk, freeBytes, state }, largest).level).toBe(level);
  });

  it.each([
    ['127.0.0.1', false, 'ok'],
    ['::1', false, 'ok'],
    ['0.0.0.0', false, 'fault'],
    ['::', false, 'fault'],
    ['0.0.0.0', true, 'ok'],
  ])('listening on %s with secure cookies %s is %s', (host, secure, level) => {
    expect(webFinding(host, secure).level).toBe(level);
  });

  it('minds clocks two seconds apart, and a Node without Chinese', () => {
    expect([clockFinding(1900), clockFinding(-2100).map(({ level }) => level)]).toEqual([[], ['warning']]);
    expect([languageData().level, languageData(() => 'M03 12, 2026 22:02').level]).toEqual(['ok', 'fault']);
  });

  it('prints one line each, the gravest last', () => {
    const lines = report([webFinding('0.0.0.0', false), nodeVersion('24.0.0')], 'en')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['ok', 'fault']);
  });
});
