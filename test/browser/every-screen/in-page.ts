/**
 * Runs in the page, as text since tests are compiled without the DOM: what a person with eyes would find wrong with the words of a screen.
 * `faults.find('en')` answers with a line for each fault and place.
 */
export const FAULTS_IN_PAGE = `window.faults = (() => {
  const HAN = /\\p{Script=Han}/u;
  const SENTENCE = /\\b[A-Za-z][a-z']+(?:,? [a-z']{2,}){2,}/;
  const SLACK = 2;
  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? (styles.set(element, getComputedStyle(element)), styles.get(element));
  const nameOf = (element) => {
    const own = element.tagName.toLowerCase() + [...element.classList].filter((name) => !/^(css-|ant-css)/.test(name)).slice(0, 2).map((name) => '.' + name).join('');
    const holder = element.parentElement?.closest('[class]');
    return (holder && holder !== document.body ? holder.className.toString().split(' ').slice(0, 1).map((name) => '.' + name).join('') + ' ' : '') + own;
  };
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.seen-by-readers-only, .skip, script, style, title, noscript');
  const boxOf = (element) => { const { left, top, right, bottom } = element.getBoundingClientRect(); return { left, top, right, bottom }; };
  const meet = (a, b) => ({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
  /** The ancestors that an element is cut by: one that is placed absolutely leaves those that are not placed. */
  const around = function* (element) {
    let placed = styleOf(element).position;
    for (let one = element.parentElement; one && one !== document.documentElement; one = one.parentElement) {
      if (placed === 'fixed') return;
      const style = styleOf(one);
      if (placed === 'absolute' && style.position === 'static') continue;
      if (placed === 'absolute') placed = 'static';
      yield [one, style];
      if (style.position !== 'static') placed = style.position;
    }
  };
  const scrolls = (how) => how === 'auto' || how === 'scroll';
  const cuts = (how) => how === 'hidden' || how === 'clip';
  /** Every line of text that is drawn: its words, whose they are, and where their letters are. */
  const lines = () => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const words = walk.currentNode.data.trim();
      const element = walk.currentNode.parentElement;
      if (!words || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      const size = parseFloat(styleOf(element).fontSize);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue;
        const middle = (rect.top + rect.bottom) / 2;
        found.push({ words, element, box: { left: rect.left, right: rect.right, top: middle - size * 0.4, bottom: middle + size * 0.4 } });
      }
    }
    return found;
  };
  const told = (element) => {
    for (let one = element, up = 0; one && up < 4; one = one.parentElement, up++) if (one.title) return true;
    return false;
  };
  const cutOff = (all) => {
    const found = new Set();
    for (const { words, element, box } of all) {
      let [x, y] = [true, true];
      for (const [one, style] of [[element, styleOf(element)], ...around(element)]) {
        const edge = boxOf(one);
        const hidden = x && cuts(style.overflowX) && (edge.right < box.right - SLACK || edge.left > box.left + SLACK) && edge.right - edge.left > 1;
        const flat = y && cuts(style.overflowY) && (edge.bottom < box.bottom - SLACK || edge.top > box.top + SLACK) && edge.bottom - edge.top > 1;
        if ((hidden || flat) && !told(one) && !told(element)) found.add('cut off: ' + nameOf(element) + ' “' + words.slice(0, 60) + '”');
        if (style.overflowX !== 'visible') x &&= !scrolls(style.overflowX);
        if (style.overflowY !== 'visible') y &&= !scrolls(style.overflowY);
        if (!x && !y) break;
      }
    }
    for (const element of document.querySelectorAll('body *')) {
      const style = styleOf(element);
      if (!cuts(style.overflowX) || !element.textContent.trim() || !isShown(element) || element.clientWidth < 2) continue;
      const ends = style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const clamped = style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + SLACK;
      if ((ends || clamped) && !told(element)) found.add('cut off: ' + nameOf(element) + ' “' + element.textContent.trim().slice(0, 60) + '”');
    }
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll('input[placeholder]')) {
      if (!isShown(field) || field.value) continue;
      const style = getComputedStyle(field);
      pen.font = style.font;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (pen.measureText(field.placeholder).width > room + SLACK && !told(field)) found.add('cut off: ' + nameOf(field) + ' “' + field.placeholder + '”');
    }
    return found;
  };
  const seenOf = ({ element, box }) => {
    let seen = box;
    for (const [one, style] of [[element, styleOf(element)], ...around(element)]) if (style.overflowX !== 'visible' || style.overflowY !== 'visible') seen = meet(seen, boxOf(one));
    return seen;
  };
  /** Whether one of two texts lies on something opaque that floats over the page, or that stays in its place while the rest scrolls. */
  const floats = (element, other) => {
    let [opaque, stays] = [false, false];
    for (let one = element; one && !one.contains(other); one = one.parentElement) {
      const { position, backgroundColor } = styleOf(one);
      opaque ||= !/^(transparent|rgba\\(.*, 0\\))$/.test(backgroundColor);
      stays ||= /sticky|fixed/.test(position);
    }
    return opaque && stays;
  };
  /** Whether a third thing that is opaque lies over both. */
  const hidden = (x, y, a, b) => {
    for (let one = document.elementFromPoint(x, y); one && !one.contains(a) && !one.contains(b); one = one.parentElement)
      if (!/^(transparent|rgba\\(.*, 0\\))$/.test(styleOf(one).backgroundColor)) return true;
    return false;
  };
  const covered = (x, y, a, b) => floats(a, b) || floats(b, a) || hidden(x, y, a, b);
  const overlapping = (all) => {
    const found = new Set();
    const seen = all.map((line) => ({ ...line, box: seenOf(line) })).filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1).sort((a, b) => a.box.top - b.box.top);
    seen.forEach((one, at) => {
      for (let next = at + 1; next < seen.length && seen[next].box.top < one.box.bottom - SLACK; next++) {
        const other = seen[next];
        if (one.element === other.element) continue;
        const both = meet(one.box, other.box);
        if (both.right - both.left <= SLACK || both.bottom - both.top <= SLACK) continue;
        if (covered((both.left + both.right) / 2, (both.top + both.bottom) / 2, one.element, other.element)) continue;
        found.add('overlapping: ' + nameOf(one.element) + ' “' + one.words.slice(0, 40) + '” and ' + nameOf(other.element) + ' “' + other.words.slice(0, 40) + '”');
      }
    });
    return found;
  };
  const sideways = () => {
    const found = new Set();
    const root = document.scrollingElement;
    if (root.scrollWidth > innerWidth) {
      const wide = [...document.querySelectorAll('body *')].filter((one) => isShown(one) && boxOf(one).right > innerWidth + 1).at(-1);
      found.add('the page scrolls sideways: ' + root.scrollWidth + ' of ' + innerWidth + (wide ? ', ' + nameOf(wide) : ''));
    }
    for (const one of document.querySelectorAll('body *')) {
      if (!scrolls(styleOf(one).overflowX) || one.scrollWidth <= one.clientWidth + 1 || one.clientWidth < 2 || !isShown(one)) continue;
      // What scrolls sideways by design can be reached by the Tab key, and says what it is.
      if (one.tabIndex >= 0 && (one.ariaLabel || one.getAttribute('aria-labelledby'))) continue;
      found.add('scrolls sideways: ' + nameOf(one) + ' ' + one.scrollWidth + ' of ' + one.clientWidth);
    }
    return found;
  };
  const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description'];
  const untranslated = (language, typed) => {
    const found = new Set();
    const isOther = language === 'en' ? (text) => HAN.test(text) : (text) => SENTENCE.test(text) && !HAN.test(text);
    const speaks = (element) => (element.closest('[lang]')?.lang ?? '').slice(0, 2);
    const say = (element, text) => {
      if (speaks(element) !== language || !isOther(text) || typed.some((one) => text.includes(one))) return;
      found.add('not in ' + language + ': ' + nameOf(element) + ' “' + text.trim().slice(0, 80) + '”');
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const element = walk.currentNode.parentElement;
      if (walk.currentNode.data.trim() && !element.closest('script, style, code, pre, kbd') && element.checkVisibility()) say(element, walk.currentNode.data);
    }
    for (const name of SPOKEN) for (const element of document.querySelectorAll('[' + name + ']')) if (element.checkVisibility()) say(element, element.getAttribute(name));
    return found;
  };
  const texts = () => [...lines()].map(({ words }) => words);
  /** @param typed what people typed, whose language the product does not know */
  const find = (language, typed) => {
    styles.clear();
    const all = lines();
    return [...cutOff(all), ...overlapping(all), ...sideways(), ...untranslated(language, typed)];
  };
  return { find, texts };
})();`;
