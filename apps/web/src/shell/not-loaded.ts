/** A part of the program was not there to load: after an upgrade, a tab that was open before asks for files that are gone. */
export class PartNotLoaded extends Error {}

/**
 * Says that the words themselves could not be loaded, in both languages, above what is on the page. Nothing but the browser is used: what
 * draws the rest of the page may be what is missing.
 */
export function sayNotLoaded(): void {
  if (document.getElementById('not-loaded')) return;
  const strip = document.createElement('div');
  strip.id = 'not-loaded';
  strip.className = 'note note-failure';
  strip.setAttribute('role', 'alert');
  strip.append(said('zh-CN', '这一部分加载失败：系统可能刚刚升级，或网络中断。请重新加载。'));
  strip.append(
    said('en', 'This part could not be loaded: there may have been an upgrade, or the network failed. Please reload.'),
  );
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '重新加载 / Reload';
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
