import { readFileSync } from 'node:fs';

type Verify = (secret: string, headers: object, body: string) => boolean;

/** The code that a page of the documentation shows for checking a webhook's signature. */
export function verifyExampleOf(page: string): string {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync(`docs/how-to/${page}`, 'utf8')) ?? [];
  if (code === undefined) throw new Error(`${page} shows no code`);
  return code;
}

/** The same code, running. */
export async function loadVerifyExample(): Promise<Verify> {
  const url = `data:text/javascript,${encodeURIComponent(verifyExampleOf('receive-webhooks.md'))}`;
  return ((await import(url)) as { verify: Verify }).verify;
}
