import type { WordsPlace } from '#contracts';

/** Characters of a turn before a point of its text; what is shown beside the words (glyphs, hidden names) does not count. */
function charsBefore(words: Element, node: Node, offset: number): number {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let chars = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const beside = text.parentElement?.closest('sup') ?? null;
    if (text === node) return chars + (beside ? 0 : offset);
    if (node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) return chars;
    if (!beside) chars += text.textContent?.length ?? 0;
  }
  return chars;
}

/** The words that are selected in the transcript, as a place in one turn; null where none are. A selection over several turns ends with the first. */
export function chosenWords(): WordsPlace | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const row = from?.closest<HTMLElement>('[data-turn]');
  const words = row?.querySelector('p');
  if (!row || !words) return null;
  const starts = words.contains(range.startContainer);
  const ends = words.contains(range.endContainer);
  const all = charsBefore(words, document.body, 0);
  const fromChar = starts ? charsBefore(words, range.startContainer, range.startOffset) : 0;
  const toChar = ends ? charsBefore(words, range.endContainer, range.endOffset) : all;
  return fromChar < toChar ? { turn: Number(row.dataset['turn']), fromChar, toChar } : null;
}
