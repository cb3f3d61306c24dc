import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from '../../test/support/checkout.js';

const ANOTHER_USER = 65_534;

describe('a programme’s folder that this user may not write', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shouwen-not-ours-'));
    cpSync(join(CHECKOUT, 'tools/setup'), join(folder, 'tools/setup'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}');
    for (const path of ['node_modules', 'dist', '.']) chmodSync(join(folder, path), 0o555);
  });
  afterAll(() => {
    for (const path of ['.', 'dist', 'node_modules']) chmodSync(join(folder, path), 0o755);
    rmSync(folder, { recursive: true });
  });

  const ensure = (file: string, name: string) =>
    spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `import { ${name} } from '${folder}/tools/setup/${file}'; ${name}();`],
      {
        cwd: folder,
        encoding: 'utf8',
        // Root may write everywhere.
        ...(process.getuid?.() === 0 && { uid: ANOTHER_USER, gid: ANOTHER_USER }),
      },
    );

  it('with packages older than the lock file is reported as needing its owner, and nothing is tried', () => {
    utimesSync(join(folder, 'node_modules/.package-lock.json'), 1, 1);
    const { status, stderr } = ensure('node-modules.mjs', 'ensureNodeModules');
    expect([status, stderr.trim().split('\n')]).toEqual([
      1,
      [
        expect.stringContaining('package-lock.json 旧'),
        expect.stringContaining('Run npm ci && npm run build as the folder'),
      ],
    ]);
  });

  it('with sources newer than the build is said the same of', () => {
    const { status, stderr } = ensure('build.mjs', 'ensureBuild');
    expect([status, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('没有编译'), expect.stringContaining('Run npm ci && npm run build as the folder')],
    ]);
  });
});
