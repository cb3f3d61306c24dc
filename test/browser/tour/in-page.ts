/** Runs in the page: what a person could press next, in the order in which it is there. As text, since tests are compiled without the DOM. */
export const IN_PAGE = `window.tour = (() => {
  const OVERLAYS = '.ant-modal-wrap, .ant-drawer-content-wrapper, .ant-dropdown, .ant-select-dropdown, .ant-popover, .ant-picker-dropdown, .ant-popconfirm';
  const PRESSED = 'button, summary, label, input, textarea, td, th, [role=button], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=cell],' +
    ' [role=columnheader], [role=combobox], [role=option], [role=menuitem], [role=slider], [role=treeitem], .ant-select, .ant-select-item-option, .ant-segmented-item';
  const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const overlay = () => [...document.querySelectorAll(OVERLAYS)].filter(seen).at(-1) ?? null;
  const words = (element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[\\d:.,/-]+/g, '#').trim().slice(0, 60);
  const kindOf = (element) => {
    const kind = element.tagName.toLowerCase() + '.' + [...element.classList].filter((name) => !/^css-|active|selected|focus|hover|open/.test(name)).join('.');
    const column = element.matches('td, th, [role=cell]') ? ':' + [...(element.parentElement?.children ?? [])].indexOf(element) : '';
    return kind + column;
  };
  /** @returns the next thing that was not pressed as often as may be: its kind, its name and where to press; null when there is none */
  const next = (pressed, { ofAKind, ofAName, cells }) => {
    const inside = overlay();
    const place = inside ? 'over' : 'page';
    for (const element of (inside ?? document.querySelector('main') ?? document.body).querySelectorAll(PRESSED)) {
      const kind = place + ' ' + kindOf(element);
      const name = kind + ' ' + words(element);
      const most = element.matches('td, th, [role=cell], [role=columnheader]') ? cells : ofAKind;
      if ((pressed[kind] ?? 0) >= most || (pressed[name] ?? 0) >= ofAName) continue;
      if (!seen(element) || element.disabled || element.getAttribute('aria-disabled') === 'true') continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return { kind, name, x, y };
    }
    return null;
  };
  /** Text that people see, in pieces as it is in the page. */
  const texts = () => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.data.trim();
      if (text && seen(walk.currentNode.parentElement)) found.push(text);
    }
    return found;
  };
  return { next, texts, overlay: () => overlay() !== null };
})();`;
