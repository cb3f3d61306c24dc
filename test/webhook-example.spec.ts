import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { signedHeaders, writeSecret } from '../libs/webhooks/src/sending/signature.rules.js';
import { VERIFY_EXAMPLE } from '../apps/web/src/screens/integrations/verify-example.js';
import { verifyExampleOf } from './support/verify-example.js';

it('is the same code in both languages of the how-to and on the screen', () => {
  const [en, zh] = ['receive-webhooks.md', 'receive-webhooks.zh.md'].map(verifyExampleOf);
  expect(zh).toBe(en);
  expect(VERIFY_EXAMPLE).toBe(en);
});

it('names every event of the contract and no other', async () => {
  const { WEBHOOK_PING, webhookEventSchema } = await import('#contracts');
  const named = (page: string) =>
    [...readFileSync(`docs/how-to/${page}`, 'utf8').matchAll(/^\| `([a-z]+\.[a-z_]+)`/gm)]
      .map(([, event]) => event)
      .sort();
  const known = [...webhookEventSchema.options, WEBHOOK_PING].sort();
  expect(named('receive-webhooks.md')).toEqual(known);
  expect(named('receive-webhooks.zh.md')).toEqual(known);
});

it('is checked in Python as well, where Python is installed', () => {
  if (spawnSync('python3', ['--version']).status !== 0)
    return console.warn('python3 is not installed: docs/examples/verify_webhook.py was not run.');
  const [key, other] = [Buffer.alloc(24, 1), Buffer.alloc(24, 2)];
  const now = new Date('2026-11-28T12:00:00Z');
  const message = { id: 'm-1', body: '{"type":"webhook.ping","data":{"名":"值"}}' };
  const headers = signedHeaders(message, now, [other, key]);
  const seconds = now.getTime() / 1000;
  const cases = [
    { headers, body: message.body, now: seconds, fits: true },
    { headers, body: message.body, now: seconds + 300, fits: true },
    { headers, body: message.body, now: seconds + 301, fits: false },
    { headers, body: `${message.body} `, now: seconds, fits: false },
    { headers: signedHeaders(message, now, [other]), body: message.body, now: seconds, fits: false },
    { headers: { ...headers, 'webhook-timestamp': 'soon' }, body: message.body, now: seconds, fits: false },
    { headers: {}, body: message.body, now: seconds, fits: false },
  ];
  const programme = `import json, sys
sys.path.insert(0, 'docs/examples')
from verify_webhook import verify
given = json.load(sys.stdin)
print(json.dumps([verify(given['secret'], c['headers'], c['body'].encode(), c['now']) for c in given['cases']]))`;
  const { stdout, stderr } = spawnSync('python3', ['-B', '-c', programme], {
    input: JSON.stringify({ secret: writeSecret(key), cases }),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(cases.map(({ fits }) => fits));
});
