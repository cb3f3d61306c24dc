import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CHECKOUT } from '../../test/support/checkout.js';

const HANDS_OVER = `import { handOver } from '${CHECKOUT}/tools/setup/hand-over.mjs'; handOver('test/fixtures/until-told.mjs');`;

describe('a launcher that npm runs', () => {
  it('is told to end when a signal got no further than the shell between', async () => {
    // What npm 9 makes of `npm start`, and of a SIGTERM to it: the shell ends, and the rest has lost its parent.
    const shell = spawn('sh', ['-c', `node --input-type=module -e "${HANDS_OVER}"; true`], {
      cwd: CHECKOUT,
      env: { PATH: process.env['PATH'] ?? '', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    for await (const line of createInterface(shell.stdout)) {
      said.push(line);
      if (line === 'running') shell.kill('SIGTERM');
    }
    expect(said).toEqual(['running', 'told']);
  });
});
