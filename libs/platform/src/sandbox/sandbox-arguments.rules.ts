import type { SandboxLimits } from './sandbox-exit.js';

/** Where the input appears to a program that cannot read its standard input: memory, never a disk. */
export const SANDBOX_INPUT_FILE = '/tmp/input';
/** File descriptors between us and bubblewrap, beyond the usual three. */
export const INPUT_FD = 3;
export const STATUS_FD = 4;

export interface SandboxPlan {
  /** Absolute path. */
  program: string;
  args: readonly string[];
  limits: SandboxLimits;
  /** Further absolute paths that the program may read, such as models. */
  readOnly: readonly string[];
  inputAsFile: boolean;
}

const ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', HOME: '/tmp', OMP_NUM_THREADS: '1' } as const;

/**
 * The command line for bubblewrap. The program sees the system's programs and libraries, its own file, what was lent read-only and an
 * empty /tmp in memory: no network, no other process, no home, no configuration, no capability.
 *
 * There is no /proc: inside a container the kernel refuses to mount a fresh one, and neither decoders nor engines need it.
 */
export function bubblewrapArguments(plan: SandboxPlan): string[] {
  return [
    ...['--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--clearenv'],
    ...Object.entries(ENVIRONMENT).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--ro-bind', '/usr', '/usr'],
    ...['bin', 'sbin', 'lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
    // Debian reaches some libraries (BLAS) through /etc/alternatives; the loader's cache only saves time.
    ...['/etc/alternatives', '/etc/ld.so.cache'].flatMap((path) => ['--ro-bind-try', path, path]),
    ...['--dev', '/dev', '--size', String(plan.limits.memoryBytes), '--tmpfs', '/tmp'],
    ...lent(plan).flatMap((path) => ['--ro-bind', path, path]),
    ...(plan.inputAsFile ? ['--file', String(INPUT_FD), SANDBOX_INPUT_FILE] : []),
    ...['--chdir', '/tmp', '--json-status-fd', String(STATUS_FD), '--'],
    ...limitedCommand(plan),
  ];
}

/** The same command without walls, for machines where someone has accepted that. The limits stay. */
export function unsandboxedCommand(plan: SandboxPlan): string[] {
  const command = limitedCommand(plan);
  // Node lends sockets, which cannot be opened by name: `cat` turns ours into a pipe, which can.
  return plan.inputAsFile ? ['/bin/sh', '-c', `cat <&${INPUT_FD} | "$@"`, 'sh', ...command] : command;
}

export function unsandboxedEnvironment(): Record<string, string> {
  return { ...ENVIRONMENT };
}

function limitedCommand({ program, args, limits }: SandboxPlan): string[] {
  const cpu = `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`;
  return ['/usr/bin/prlimit', '--core=0', cpu, `--as=${limits.memoryBytes}`, '--', program, ...args];
}

function lent({ program, readOnly }: SandboxPlan): string[] {
  return program.startsWith('/usr/') ? [...readOnly] : [program, ...readOnly];
}
