/** A part of the program was not there to load: after an upgrade, a tab that was open before asks for files that are gone. */
export class PartNotLoaded extends Error {
  /** @param isOutdated whether the server has another version than this page; else the network may have failed */
  constructor(
    readonly isOutdated: boolean,
    cause: unknown,
  ) {
    super('A part of the program could not be loaded', { cause });
  }
}

/** Whether the server's page begins with another script than this one: its name changes with every version. */
export async function isOutdated(): Promise<boolean> {
  const own = document.querySelector('script[type=module]')?.getAttribute('src');
  if (!own) return false;
  const page = await fetch('/', { cache: 'no-store' }).catch(() => null);
  return page?.ok === true && !(await page.text()).includes(own);
}

const BOTH = [
  said('zh-CN', '这一部分加载失败：系统可能刚刚升级，或网络中断。请重新加载。'),
  said('en', 'This part could not be loaded: there may have been an upgrade, or the network failed. Please reload.'),
];

/**
 * Says above what is on the page that something could not be loaded; in both languages, where the words themselves could not. Nothing but the
 * browser is used: what draws the rest of the page may be what is missing.
 */
export function sayNotLoaded(words: readonly (Node | string)[] = BOTH, reload = '重新加载 / Reload'): void {
  if (document.getElementById('not-loaded')) return;
  const strip = document.createElement('div');
  strip.id = 'not-loaded';
  strip.className = 'note note-failure';
  strip.setAttribute('role', 'alert');
  strip.append(...words);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button small';
  button.textContent = reload;
  button.addEventListener('click', () => location.reload());
  strip.append(button);
  document.body.prepend(strip);
}

function said(lang: string, words: string): HTMLElement {
  const part = document.createElement('span');
  part.lang = lang;
  part.textContent = words;
  return part;
}
