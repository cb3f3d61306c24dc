import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { envSchema } from '#platform';

const DIR = join(import.meta.dirname, '../docker');
const files = readdirSync(DIR).filter((name) => !['secrets', 'certificates'].includes(name));
const textOf = (name: string): string => readFileSync(join(DIR, name), 'utf8');

interface Service {
  image: string;
  command?: string[];
  read_only?: boolean;
  security_opt?: string[];
  secrets?: string[];
  volumes?: string[];
  networks?: string[];
  ulimits?: { core?: number };
  environment?: Record<string, string>;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
  secrets: Record<string, { file: string }>;
}
const compose = parse(textOf('compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

describe('what is in docker/, which is not built here', () => {
  it.each(files)('%s says at its top how far it was tried', (name) => {
    expect(textOf(name).split('\n').slice(0, 3).join('\n')).toMatch(/NEVER (BUILT|STARTED)|BUILT ONCE/);
  });

  it.each(files)('%s uses settings that there are', (name) => {
    const known = Object.keys(envSchema.shape);
    const used = [...textOf(name).matchAll(/SHOUWEN_[A-Z0-9_]+/g)].map(([setting]) => setting);
    expect(used.filter((setting) => !known.includes(setting))).toEqual([]);
  });

  it.each(files)('%s starts what the build makes', (name) => {
    const started = [...textOf(name).matchAll(/dist\/([\w/.-]+)\.js/g)].map(([, path]) => `${path}.ts`);
    expect(started.filter((source) => !existsSync(join(DIR, '..', source)))).toEqual([]);
    if (name.endsWith('.Dockerfile')) expect(started).toHaveLength(1);
  });

  it.each(files.filter((name) => name.endsWith('.Dockerfile')))(
    '%s runs without special rights, from a pinned base',
    (name) => {
      const text = textOf(name);
      expect(text.lastIndexOf('USER shouwen')).toBeGreaterThan(text.lastIndexOf('FROM'));
      expect([...text.matchAll(/^FROM (\S+)/gm)].every(([, image]) => image === 'node:${NODE}')).toBe(true);
      expect(text).toMatch(/^ARG NODE=\d+-\w+-slim$/m);
    },
  );

  it('keeps every secret, volume and dependency that a service names', () => {
    for (const [name, { secrets = [], volumes = [], image }] of services) {
      expect([name, secrets.filter((secret) => !(secret in compose.secrets))]).toEqual([name, []]);
      const named = volumes.map((volume) => volume.split(':')[0] ?? '').filter((volume) => !volume.startsWith('.'));
      expect([name, named.filter((volume) => !(volume in compose.volumes))]).toEqual([name, []]);
      expect([name, /:[\w.]+$/.test(image) && !image.endsWith(':latest')]).toEqual([name, true]);
    }
  });

  it('lets the product’s own containers write nowhere but to volumes, and gain no rights', () => {
    const own = services.filter(([, { image }]) => image.startsWith('shouwen-'));
    expect(own.map(([name]) => name).sort()).toEqual(['api', 'capture', 'migrate', 'secrets', 'worker']);
    for (const [name, { read_only, security_opt }] of own)
      expect([name, read_only, security_opt?.[0]]).toEqual([name, true, 'no-new-privileges:true']);
  });

  it('hands Node the authorities, options and zone of the operator', () => {
    for (const [name, { environment = {}, volumes = [] }] of services.filter(([, { image }]) =>
      image.startsWith('shouwen-'),
    )) {
      const given = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'TZ'].map((variable) => environment[variable]);
      expect([name, ...given]).toEqual([name, '${NODE_EXTRA_CA_CERTS:-}', '${NODE_OPTIONS:-}', '${TZ:-}']);
      expect([name, volumes.includes('./certificates:/etc/shouwen/certificates:ro')]).toEqual([name, true]);
    }
  });

  it('filters the system calls of what parses sound: namespaces for bubblewrap, and nothing that reaches around them', () => {
    const opted = services.flatMap(([, { security_opt = [] }]) => security_opt);
    const filters = new Set(opted.filter((option) => option.startsWith('seccomp')));
    expect([...filters]).toEqual(['seccomp=./seccomp-worker.json']);
    const filter = JSON.parse(textOf('seccomp-worker.json')) as {
      defaultAction: string;
      syscalls: { names: string[]; action: string; args?: { value: number }[] }[];
    };
    expect(filter.defaultAction).toBe('SCMP_ACT_ERRNO');
    const allowed = new Set(filter.syscalls.filter(({ args }) => !args).flatMap(({ names }) => names));
    const needed = ['clone', 'clone3', 'unshare', 'mount', 'umount2', 'pivot_root', 'prctl', 'seccomp', 'futex'];
    expect(needed.filter((name) => !allowed.has(name))).toEqual([]);
    const refused = [
      'ptrace',
      'process_vm_readv',
      'bpf',
      'init_module',
      'finit_module',
      'kexec_load',
      'keyctl',
      'add_key',
      'reboot',
    ];
    refused.push(
      'swapon',
      'settimeofday',
      'clock_settime',
      'iopl',
      'perf_event_open',
      'userfaultfd',
      'open_by_handle_at',
      'socket',
    );
    expect(refused.filter((name) => allowed.has(name))).toEqual([]);
    const families = filter.syscalls.flatMap(({ names, args }) =>
      names.includes('socket') ? args!.map(({ value }) => value) : [],
    );
    expect(families.sort((a, b) => a - b)).toEqual([1, 2, 10, 16]);
  });

  it('gives the owner’s connection to the migration alone', () => {
    const given = services.filter(([, { secrets = [] }]) => secrets.includes('database_owner_url'));
    expect(given.map(([name]) => name)).toEqual(['migrate']);
  });

  it('gives the signing key to the worker, which signs, and to what makes it', () => {
    const keyFile = compose.services['worker']?.environment?.['SHOUWEN_JOURNAL_KEY_FILE'] ?? '';
    const reaches = ([, { volumes = [] }]: [string, Service]) =>
      volumes.some((volume) => keyFile.startsWith(`${volume.split(':')[1]}/`));
    expect(services.filter(reaches).map(([name]) => name)).toEqual(['worker', 'secrets']);
  });

  it('dumps no core of what holds keys, and publishes no metrics', () => {
    for (const name of ['api', 'worker', 'capture'])
      expect([name, compose.services[name]?.ulimits?.core]).toEqual([name, 0]);
    expect(textOf('Caddyfile')).toMatch(/^\s*respond \/metrics\* 404$/m);
  });

  it('starts Valkey as the product demands it', () => {
    expect(compose.services['valkey']?.command?.join(' ')).toBe(
      'valkey-server --appendonly yes --maxmemory-policy noeviction',
    );
  });
});
