import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envSchema } from '#platform';

const UNIT = join(import.meta.dirname, 'shouwen.service');
const unit = readFileSync(UNIT, 'utf8');
const valueOf = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
const hasSystemd = spawnSync('systemd-analyze', ['--version'], { stdio: 'ignore' }).status === 0;

describe('the unit of systemd', () => {
  it('starts what the build makes on the Node that comes with it, without privileges, with settings that there are', () => {
    const [, script = ''] = /^node (dist\/\S+)\.js$/.exec(valueOf('ExecStart')) ?? [];
    expect(existsSync(join(import.meta.dirname, '../..', `${script.replace('dist/', '')}.ts`))).toBe(true);
    expect(valueOf('ExecSearchPath').split(':')[0]).toBe(join(valueOf('WorkingDirectory'), 'node_modules/.bin'));
    expect(valueOf('User')).toBe('shouwen');
    const used = [...unit.matchAll(/SHOUWEN_[A-Z_]+/g)].map(([name]) => name);
    expect(used.filter((name) => !(name in envSchema.shape))).toEqual([]);
  });

  it('waits longer than a stop takes, and leaves the decoders their namespaces', () => {
    expect(Number(valueOf('TimeoutStopSec'))).toBeGreaterThan(15);
    expect(unit).not.toMatch(/^(RestrictNamespaces|PrivateUsers)=/m);
  });

  // A machine without systemd (a container) has nothing to verify it with.
  (hasSystemd ? it : it.skip)('passes systemd-analyze verify (skipped where there is no systemd)', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', UNIT], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
