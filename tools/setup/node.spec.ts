import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../test/support/checkout.js';
import { node } from './node.mjs';

const { optionalDependencies } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as {
  optionalDependencies: Record<string, string>;
};
const pinned = optionalDependencies[`node-${process.platform}-${process.arch}`];

describe('the Node that everything runs on', () => {
  it('is the one that the packages bring, for tests too', () => {
    const { stdout } = spawnSync(node(), ['--version'], { encoding: 'utf8' });
    expect(stdout.trim()).toBe(pinned === undefined ? process.version : `v${pinned}`);
    expect(process.version).toBe(stdout.trim());
  });

  it('is one release on every machine', () => {
    const versions = Object.entries(optionalDependencies).filter(([name]) => name.startsWith('node-'));
    expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
  });
});
