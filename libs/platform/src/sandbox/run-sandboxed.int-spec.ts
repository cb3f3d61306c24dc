import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runSandboxed, type SandboxLimits, type SandboxRequest } from './index.js';

const LIMITS: SandboxLimits = {
  wallMs: 20_000,
  cpuSeconds: 10,
  memoryBytes: 512 * 1024 * 1024,
  outputBytes: 4 * 1024 * 1024,
};

async function shell(script: string, extra: Partial<SandboxRequest> = {}) {
  const run = runSandboxed({
    program: '/bin/bash',
    args: (folder) => ['-c', script, 'bash', folder],
    limits: LIMITS,
    ...extra,
  });
  const output = await buffer(run.stdout);
  return { output, text: output.toString(), exit: await run.done };
}

describe('a sandboxed program', () => {
  it('reads its standard input and writes its standard output, whole', async () => {
    const sent = Buffer.alloc(3 * 1024 * 1024, 'shouwen');
    const { output, exit } = await shell('cat', {
      input: Readable.from([sent.subarray(0, 70_001), sent.subarray(70_001)]),
    });
    expect(exit).toMatchObject({ ended: 'exited', code: 0 });
    expect(createHash('sha256').update(output).digest('hex')).toBe(createHash('sha256').update(sent).digest('hex'));
  });

  it('can be given files in memory', async () => {
    const files = { first: Buffer.alloc(2_000_000, 'a'), second: Buffer.from('words') };
    const { text, exit } = await shell('wc -c < "$1/first"; cat "$1/second"; test ! -e /proc/self', { files });
    expect([text, exit.ended]).toEqual(['2000000\nwords', 'exited']);
  });

  it('can be given a file that streams in, and seek in it', async () => {
    const pieces = function* () {
      for (let sent = 0; sent < 100; sent += 1) yield Buffer.alloc(100_000, 'b');
      yield Buffer.from('the end');
    };
    const { text, exit } = await shell('tail -c 7 "$1/large"; wc -c < "$1/large"', {
      files: { large: Readable.from(pieces()) },
    });
    expect([text, exit.ended]).toEqual(['the end10000007\n', 'exited']);
  });

  it('does not run to its end on a file that broke off', async () => {
    const broken = async function* () {
      yield Buffer.from('half');
      await new Promise((later) => setImmediate(later));
      throw new Error('the disk is gone');
    };
    const { exit } = await shell('sleep 600', { files: { half: Readable.from(broken()) } });
    expect(exit.ended).toBe('input_failed');
  });

  it('tells its exit code and the end of its complaints', async () => {
    const { exit } = await shell('head -c 100000 /dev/zero | tr "\\0" x >&2; echo last words >&2; exit 7');
    expect(exit).toMatchObject({ ended: 'exited', code: 7, stderr: expect.stringMatching(/xlast words$/) });
    expect(exit.stderr.length).toBeLessThanOrEqual(4096);
  });

  it('is told apart when a signal ends it', async () => {
    expect((await shell('kill -SEGV $$')).exit).toMatchObject({ ended: 'signalled', signal: 'SIGSEGV' });
  });

  it('is ended with its children when it hangs', async () => {
    const { text, exit } = await shell('echo started; sleep 600 & sleep 600', { limits: { ...LIMITS, wallMs: 1_000 } });
    expect([text, exit]).toEqual(['started\n', { ended: 'timed_out', limit: 'wall', stderr: '' }]);
  });

  it('is ended when its reader has gone, even before it was started', async () => {
    const { stdout, done } = runSandboxed({ program: '/bin/bash', args: () => ['-c', 'yes'], limits: LIMITS });
    stdout.destroy();
    expect((await done).ended).toBe('aborted');
  });

  it('is ended when it burns too much processor time', async () => {
    const { exit } = await shell('while :; do :; done', { limits: { ...LIMITS, cpuSeconds: 1 } });
    expect(exit).toMatchObject({ ended: 'timed_out', limit: 'cpu' });
  });

  it('is cut off when it floods', async () => {
    const { output, exit } = await shell('cat /dev/zero', { limits: { ...LIMITS, outputBytes: 1_000_000 } });
    expect(exit.ended).toBe('output_too_large');
    expect(output.length).toBeLessThanOrEqual(1_000_000);
  });

  it('ends its pipes, too, when its start breaks', async () => {
    const input = Readable.from(['unread']);
    const args = (): string[] => {
      throw new Error('no such codec');
    };
    const run = runSandboxed({ program: '/bin/bash', args, input, limits: LIMITS, secondPipeBytes: 9 });
    expect([String(await buffer(run.stdout)), String(await buffer(run.second))]).toEqual(['', '']);
    expect(await run.done).toMatchObject({ ended: 'not_started', reason: 'sandbox_refused' });
    expect(input.destroyed).toBe(true);
  });

  it('has a second pipe out where one is asked for, with a bound of its own', async () => {
    const both = async (script: string, secondPipeBytes: number) => {
      const args = (_folder: string, pipe: number) => ['-c', script, 'bash', String(pipe)];
      const { stdout, second, done } = runSandboxed({ program: '/bin/bash', args, limits: LIMITS, secondPipeBytes });
      const [first, other] = await Promise.all([buffer(stdout), buffer(second)]);
      return { first: first.length, other: other.length, ended: (await done).ended };
    };
    const half = 'head -c 1000000 /dev/zero; head -c 2000000 /dev/zero >&"$1"; head -c 1000000 /dev/zero';
    expect(await both(half, 2_000_000)).toEqual({ first: 2_000_000, other: 2_000_000, ended: 'exited' });
    const flooded = await both(half, 1_999_999);
    expect(flooded.ended).toBe('output_too_large');
    expect(flooded.other).toBeLessThan(2_000_000);
  });

  it('is ended when its second pipe is read no more', async () => {
    const args = (_folder: string, pipe: number) => ['-c', `yes >&${pipe}`];
    const run = runSandboxed({ program: '/bin/bash', args, limits: LIMITS, secondPipeBytes: 1e9 });
    run.second.once('data', () => run.second.destroy());
    expect((await run.done).ended).toBe('aborted');
  });

  it('gets no more memory than it was given, in its processes or in its /tmp', async () => {
    const limits = { ...LIMITS, memoryBytes: 100 * 1024 * 1024 };
    const { text } = await shell(
      'head -c 200000000 /dev/zero | tail -c 190000000 | wc -c; head -c 200000000 /dev/zero > /tmp/f; wc -c < /tmp/f',
      { limits },
    );
    const [inMemory, inTmp] = text.trim().split('\n').map(Number);
    expect(inMemory).toBe(0);
    expect(inTmp).toBeLessThanOrEqual(limits.memoryBytes);
  });

  it('stops when its caller no longer wants it', async () => {
    const controller = new AbortController();
    const run = runSandboxed({
      program: '/bin/cat',
      args: () => ['/dev/zero'],
      limits: LIMITS,
      signal: controller.signal,
    });
    run.stdout.once('data', () => controller.abort());
    expect((await run.done).ended).toBe('aborted');
  });

  it('says when the source of its input broke', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('storage went away'));
      },
    });
    expect((await shell('cat', { input: broken })).exit.ended).toBe('input_failed');
  });

  it('may stop reading before its input ends', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    expect((await shell('head -c 3 | wc -c', { input: endless })).text.trim()).toBe('3');
    expect(endless.destroyed).toBe(true);
  });

  it('that is not installed does not start', async () => {
    expect((await shell('', { program: '/usr/bin/no-such-program' })).exit).toMatchObject({
      ended: 'not_started',
      reason: 'no_program',
    });
  });
});

describe('behind the walls', () => {
  it('there is no network', async () => {
    const server = createServer((socket) => socket.end('reached'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { text } = await shell(`cat < /dev/tcp/127.0.0.1/${port} || echo unreachable`);
    server.close();
    expect(text.trim()).toBe('unreachable');
  });

  it('there are no files but the programs of the system, and those cannot be changed', async () => {
    const { text } = await shell(
      `for f in /etc/shadow /etc/passwd /root /home /var /proc/1 ${import.meta.filename}; do test -e $f && echo seen $f; done; touch /usr/x 2>/dev/null && echo written; echo looked`,
    );
    expect(text.trim()).toBe('looked');
  });

  it('what was lent can be read', async () => {
    const { text } = await shell(`head -c 6 ${import.meta.filename}`, { readOnly: [import.meta.filename] });
    expect(text).toBe('import');
  });

  it('nothing of our environment is known', async () => {
    const { text } = await shell('env | cut -d= -f1 | sort | tr "\\n" " "');
    expect(text.trim().split(' ')).toEqual(['HOME', 'LANG', 'OMP_NUM_THREADS', 'PATH', 'PWD', 'SHLVL', '_']);
  });
});

describe('without bubblewrap', () => {
  const path = process.env['PATH'];
  beforeAll(() => (process.env['PATH'] = '/nowhere'));
  afterAll(() => (process.env['PATH'] = path));

  it('nothing starts', async () => {
    expect((await shell('echo started')).exit).toMatchObject({ ended: 'not_started', reason: 'no_bubblewrap' });
  });

  it('a program starts only when that was allowed, still with limits', async () => {
    const files = { spoken: Buffer.from('words') };
    const allowed = await shell('cat; cat "$1/spoken"; echo " $1"', {
      allowUnsandboxed: true,
      input: Readable.from(['some ']),
      files,
    });
    const [text, folder = ''] = allowed.text.trim().split(' /');
    expect(text).toBe('some words');
    await expect(access(`/${folder}`)).rejects.toThrow('ENOENT');
    const args = (_folder: string, pipe: number) => ['-c', `echo first; echo second >&${pipe}`];
    const two = runSandboxed({
      program: '/bin/bash',
      args,
      limits: LIMITS,
      allowUnsandboxed: true,
      secondPipeBytes: 9,
    });
    expect(String(await buffer(two.second))).toBe('second\n');
    const hanging = await shell('sleep 600 & sleep 600', {
      allowUnsandboxed: true,
      limits: { ...LIMITS, wallMs: 500 },
    });
    expect(hanging.exit).toMatchObject({ ended: 'timed_out', limit: 'wall' });
  });

  // Within walls bubblewrap holds the other end too, and both end together: which is seen first was luck.
  it('what a program still writes after it shut its input is not lost', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    const script = 'head -c 3 | wc -c; exec 0<&-; sleep 0.3; /usr/bin/printf "and more"';
    const { text, exit } = await shell(script.replaceAll(/\b(head|wc|sleep)\b/g, '/usr/bin/$1'), {
      allowUnsandboxed: true,
      input: endless,
    });
    expect([text.replaceAll(/\s+/g, ' '), exit.ended]).toEqual(['3 and more', 'exited']);
    expect(endless.destroyed).toBe(true);
  });
});
