import type { SandboxLimits } from './sandbox-exit.js';

/** The only folder that a program may write to: memory, never a disk. */
export const SANDBOX_FOLDER = '/tmp';
/** File descriptors between us and bubblewrap, beyond the usual three: one for its status, one for each lent file, then the second pipe out. */
export const STATUS_FD = 3;
export const FIRST_FILE_FD = 4;
/** The second pipe out of a program without walls. */
export const UNWALLED_SECOND_FD = 3;

export interface SandboxPlan {
  /** Absolute path. */
  program: string;
  args: readonly string[];
  limits: SandboxLimits;
  /** Further absolute paths that the program may read, such as models. */
  readOnly: readonly string[];
  /** Names of files that appear in {@link SANDBOX_FOLDER} before the program starts. */
  files: readonly string[];
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
    ...['--dev', '/dev', '--size', String(plan.limits.memoryBytes), '--tmpfs', SANDBOX_FOLDER],
    ...lent(plan).flatMap((path) => ['--ro-bind', path, path]),
    ...plan.files.flatMap((name, index) => ['--file', String(FIRST_FILE_FD + index), `${SANDBOX_FOLDER}/${name}`]),
    ...['--chdir', SANDBOX_FOLDER, '--json-status-fd', String(STATUS_FD), '--'],
    ...limitedCommand(plan),
  ];
}

export function unsandboxedEnvironment(): Record<string, string> {
  return { ...ENVIRONMENT };
}

/** The command itself under its limits, which hold with walls and without. */
export function limitedCommand({ program, args, limits }: SandboxPlan): string[] {
  const cpu = `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`;
  return ['/usr/bin/prlimit', '--core=0', cpu, `--as=${limits.memoryBytes}`, '--', program, ...args];
}

/** What is not already there with the system's own folders. */
function lent({ program, readOnly }: SandboxPlan): string[] {
  return [program, ...readOnly].filter((path) => !/^\/(usr|bin|sbin|lib|lib64)\//.test(path));
}
