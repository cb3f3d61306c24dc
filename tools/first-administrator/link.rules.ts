import { type Language } from '#contracts';

/** A way into an account that works once. */
export interface FirstLink {
  username: string;
  link: string;
  expiresAt: Date;
}

/** What comes after the `#` stays in the browser: it gets into no server's log. The page opens in the account's language. */
export function linkOf(publicUrl: string, given: { username: string; code: string; language: Language }): string {
  return `${publicUrl.replace(/\/+$/, '')}/open-account#${new URLSearchParams(given).toString()}`;
}

/** Settings that decide which installation a command speaks to, where they were given. */
const PLACE = ['SHOUWEN_DATA_DIR', 'SHOUWEN_PORT'] as const;

/** The command as it is to be typed in another window: with the settings that this process was started with. */
export function commandHere(env: Readonly<Record<string, string | undefined>>, ...args: readonly string[]): string {
  const quoted = (text: string) => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
  const place = PLACE.flatMap((name) => (env[name] ? [`${name}=${quoted(env[name])}`] : []));
  return [...place, 'npm run first-administrator --', ...args].join(' ');
}

/** For the person who hands them over. */
export function linkLines(links: readonly FirstLink[], env: Readonly<Record<string, string | undefined>>): string {
  const again = (name: string) => commandHere(env, '--again', name);
  const lines = links.map(({ username, link, expiresAt }) => `  ${username}\t${link}\t${expiresAt.toISOString()}`);
  return [
    `请把各人的链接当面交给本人：打开一次即失效，过期时间见行末；重新生成：${again('用户名')}`,
    `Hand each link to its person. It opens the account once, until the time at its end; a new one: ${again('NAME')}`,
    ...lines,
  ].join('\n');
}
