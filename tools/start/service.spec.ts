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
    const namespaces = valueOf('RestrictNamespaces').split(' ');
    expect(['user', 'mnt', 'pid', 'ipc', 'net', 'uts'].filter((one) => !namespaces.includes(one))).toEqual([]);
    // V8 writes code, bubblewrap makes users of its own and reads /proc/sys.
    expect(unit).not.toMatch(/^(MemoryDenyWriteExecute|PrivateUsers|ProcSubset)=/m);
  });

  it('reaches nothing of the kernel and of other processes that it has no use for', () => {
    for (const protection of ['ProtectKernelTunables', 'ProtectKernelModules', 'ProtectKernelLogs', 'ProtectClock'])
      expect([protection, valueOf(protection)]).toEqual([protection, 'yes']);
    expect([valueOf('ProtectProc'), valueOf('CapabilityBoundingSet'), valueOf('SystemCallErrorNumber')]).toEqual([
      'invisible',
      '',
      'EPERM',
    ]);
    expect(valueOf('RestrictAddressFamilies').split(' ').sort()).toEqual([
      'AF_INET',
      'AF_INET6',
      'AF_NETLINK',
      'AF_UNIX',
    ]);
    const [allowed = '', refused = ''] = [...unit.matchAll(/^SystemCallFilter=(.*)$/gm)].map(([, set]) => set!);
    expect(allowed.split(' ')).toEqual(['@system-service', '@mount', '@sandbox']);
    for (const set of ['@debug', '@module', '@raw-io', '@reboot', '@swap', '@keyring', '@clock'])
      expect([set, refused.startsWith('~') && refused.slice(1).split(' ').includes(set)]).toEqual([set, true]);
  });

  // A machine without systemd (a container) has nothing to verify it with.
  (hasSystemd ? it : it.skip)('passes systemd-analyze verify (skipped where there is no systemd)', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', UNIT], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  (hasSystemd ? it : it.skip)('is exposed by 3.0 at most (skipped where there is no systemd)', () => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=yes', UNIT], { encoding: 'utf8' });
    const [, exposure] = /Overall exposure level for \S+: (\d+\.\d)/.exec(stdout) ?? [];
    expect(Number(exposure)).toBeLessThanOrEqual(3);
  });
});
