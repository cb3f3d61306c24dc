import { describe, expect, it } from '@jest/globals';
import { webmClusters, webmStart } from './webm.rules.js';

const hex = (bytes: Uint8Array) => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
const bytes = Uint8Array.of(1, 2, 3);

describe('WebM', () => {
  it('starts with the codec, its own head and the samples that it skips', () => {
    const start = hex(webmStart({ channels: 2, preSkip: 312, bytes }));
    expect(start.startsWith('1a45dfa3')).toBe(true);
    expect(start).toContain('1853806701ffffffffffffff'); // a segment whose end stays open
    expect(start).toContain('86100000064' + '15f4f505553'); // A_OPUS
    expect(start).toContain('63a210000003010203');
    expect(start).toContain('56aa10000003632ea0'); // 6.5 ms in nanoseconds
  });
  it('puts packets into a cluster with times counted from its start', () => {
    const cluster = hex(
      webmClusters([
        { ms: 1000, bytes },
        { ms: 1300, bytes },
      ]),
    );
    expect(cluster).toBe(
      '1f43b675' +
        '1000001f' +
        'e710000002' +
        '03e8' +
        'a310000007' +
        '81000080' +
        '010203' +
        'a310000007' +
        '81012c80' +
        '010203',
    );
  });
  it('begins a new cluster before the time of a block runs over', () => {
    const clusters = hex(webmClusters([0, 20_000, 40_000, 60_000, 90_000].map((ms) => ({ ms, bytes }))));
    expect(clusters.split('1f43b675')).toHaveLength(4);
    expect(webmClusters([])).toHaveLength(0);
  });
});
