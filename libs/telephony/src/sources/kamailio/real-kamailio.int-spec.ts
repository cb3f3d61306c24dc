import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printed } from '../../fold/printed.rules.js';
import { kamailio } from './kamailio.rules.js';

/** A folder with `siprec-call.sh`, which lets two telephones call through a Kamailio of its own and leaves `cdr.log`. */
const kit = process.env['SHOUWEN_TEST_SIP_KIT'] ?? '';
const missing =
  kit === '' || !existsSync(join(kit, 'siprec-call.sh'))
    ? 'SHOUWEN_TEST_SIP_KIT names no kit'
    : ['kamailio', 'rtpengine', 'baresip', 'sipp'].find(
        (tool) =>
          spawnSync('which', [tool], { env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` } }).status !==
          0,
      );
const OPTIONS = { zone: 'UTC', home: null, map: {} };

describe('the accounting of a Kamailio that runs', () => {
  const work = mkdtempSync(join(tmpdir(), 'kamailio-acc-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  (missing ? it.skip : it)(
    `tells the call that two telephones had${missing ? `; left out: ${missing}` : ''}`,
    async () => {
      const begun = Date.now();
      // No recorder answers, so that the kit ends with 1: the telephones had their call all the same.
      const run = spawn('sh', [join(kit, 'siprec-call.sh'), '--to', '127.0.0.1:9', '--seconds', '2', '--work', work], {
        stdio: 'ignore',
        timeout: 90_000,
      });
      const code = await new Promise((over) => run.on('exit', over));
      expect([0, 1]).toContain(code);
      const read = kamailio.read({ name: 'cdr.log', text: readFileSync(join(work, 'cdr.log'), 'utf8') }, OPTIONS);
      expect(read?.unread).toEqual([]);
      const [call, ...more] = kamailio.calls(read?.records ?? [], OPTIONS);
      expect(more).toEqual([]);
      expect(call?.contradictions).toEqual([]);
      expect(call && printed(call, true)).toMatchObject({
        ...{ direction: 'internal', outcome: 'answered', hangupSide: 'agent' },
        legs: [
          { kind: 'agent', extension: '1001', outcome: 'answered' },
          { kind: 'agent', extension: '1002', outcome: 'answered' },
        ],
      });
      const { startedAt, answeredAt, endedAt } = call?.facts ?? {};
      const { callSeconds } = JSON.parse(readFileSync(join(work, 'result.json'), 'utf8')) as { callSeconds: number };
      expect(startedAt?.value).toBeGreaterThanOrEqual(begun - 1000);
      expect(endedAt?.value).toBeLessThanOrEqual(Date.now());
      // The kit looks every 100 ms whether the telephones are through, and waits for the end of the call.
      expect(Math.abs(((endedAt?.value ?? 0) - (answeredAt?.value ?? 0)) / 1000 - callSeconds)).toBeLessThan(3);
    },
    120_000,
  );
});
