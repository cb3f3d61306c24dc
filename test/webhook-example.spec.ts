import { readFileSync } from 'node:fs';
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
