import { readdir, readFile } from 'node:fs/promises';

const WEB = new URL('../../../apps/web/src/', import.meta.url);

/** Every screen of the table and those of modules that signed-in people can open, as `/calls/*`: so that no walk forgets a new one. */
export async function addresses(): Promise<string[]> {
  const files = (await readdir(WEB, { recursive: true })).filter((name) =>
    /^screens\.ts$|^screens\/[^/]+\/module\.tsx$/.test(name),
  );
  const table = (await Promise.all(files.sort().map((name) => readFile(new URL(name, WEB), 'utf8')))).join('');
  return [...table.matchAll(/\[\s*'([^']+)',\s+\(\) => import\(|path: '([^'*]+)',\s+\.\.\.(?:later|saying|listing)\(/g)]
    .map(([, path, ofModule = '']) => path ?? ofModule)
    .filter((path) => path !== 'company')
    .map((path) => `/${path.replace(/:\w+/g, '*')}`);
}

/** The screen that a link leads to, as `addresses` names it; undefined for a file, the API, or what only leads on. */
export function screenOf(href: string, screens: readonly string[]): string | undefined {
  const path = href.replace(/[?#].*/, '');
  return (
    screens.find((screen) => screen === path) ??
    screens.find((screen) => new RegExp(`^${screen.replaceAll('*', '[^/]+')}$`).test(path))
  );
}
