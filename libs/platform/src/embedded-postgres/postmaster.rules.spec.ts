import { describe, expect, it } from '@jest/globals';
import { judgePostmaster, LAUNCHER_SETTING, type ProcessFacts } from './postmaster.rules.js';

const CLUSTER = '/srv/shouwen/.data/postgres/cluster';

function buildFacts(changes: Partial<ProcessFacts> = {}): ProcessFacts {
  const args = ['/opt/postgresql/bin/postgres', '-D', CLUSTER, '-c', `${LAUNCHER_SETTING}=400`];
  return { state: 'S', parentPid: 400, cwd: CLUSTER, args, ...changes };
}

describe('judgePostmaster', () => {
  it('leaves alone a server whose launcher is still its parent', () => {
    expect(judgePostmaster(buildFacts(), CLUSTER)).toBe('in-use');
  });

  it('takes over a server that was re-parented because its launcher died', () => {
    expect(judgePostmaster(buildFacts({ parentPid: 1 }), CLUSTER)).toBe('orphan');
    expect(judgePostmaster(buildFacts({ parentPid: 1717 }), CLUSTER)).toBe('orphan');
  });

  it('leaves alone a server that a person started by hand on this cluster', () => {
    expect(judgePostmaster(buildFacts({ args: ['/usr/lib/postgresql/18/bin/postgres', '-D', CLUSTER] }), CLUSTER)).toBe(
      'in-use',
    );
  });

  it('leaves alone a server whose working directory the system does not tell', () => {
    expect(judgePostmaster(buildFacts({ cwd: undefined }), CLUSTER)).toBe('in-use');
  });

  it.each<[string, ProcessFacts | undefined]>([
    ['nobody', undefined],
    ['a zombie', buildFacts({ state: 'Z', args: [] })],
    ['a zombie as ps words it', buildFacts({ state: 'Zs' })],
    ['another programme that got the pid later', buildFacts({ args: ['/usr/bin/node', 'postgres'] })],
    ['a server of another cluster that got the pid later', buildFacts({ cwd: '/var/lib/postgresql/18/main' })],
  ])('finds the pid file stale when it names %s', (_, facts) => {
    expect(judgePostmaster(facts, CLUSTER)).toBe('stale');
  });
});
