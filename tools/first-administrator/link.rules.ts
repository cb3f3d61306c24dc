/** A way into an account that works once. */
export interface FirstLink {
  username: string;
  link: string;
  expiresAt: Date;
}

/** What comes after the `#` stays in the browser: it gets into no server's log. */
export function linkOf(publicUrl: string, { username, code }: { username: string; code: string }): string {
  return `${publicUrl.replace(/\/+$/, '')}/open-account#${new URLSearchParams({ username, code }).toString()}`;
}

/** For the person who hands them over. */
export function linkLines(links: readonly FirstLink[]): string {
  const lines = links.map(({ username, link, expiresAt }) => `  ${username}\t${link}\t${expiresAt.toISOString()}`);
  return [
    '请把各人的链接当面交给本人：打开一次即失效，过期时间见行末；重新生成：npm run first-administrator -- --again 用户名',
    'Hand each link to its person. It opens the account once, until the time at its end; a new one: npm run first-administrator -- --again NAME',
    ...lines,
  ].join('\n');
}
