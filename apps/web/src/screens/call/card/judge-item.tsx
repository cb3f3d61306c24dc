import { outcomeSchema, type ScorecardItem, type WordsPlace } from '#contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { OutcomeGlyph } from '../../../components/marks.js';
import { useCallPage } from '../call-page.js';
import { type Draft, overturns, useJudging, waits } from './judging.js';

const Reason = part<{ item: ScorecardItem; draft: Draft }>(() => import('./judge-reason.js'));

/** Answer keys 1 to 4, the words that show it, and why where it overturns a result. */
export function JudgeItem({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { on, answers, opened, open } = useJudging();
  const keys = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  // The button is gone with the press: its focus goes to what took its place.
  useEffect(() => {
    if (!pressed.current || !keys.current) return;
    pressed.current = false;
    keys.current.querySelector('button')?.focus();
  });
  if (!on) return <WhyNot item={item} />;
  if (item.taken) return <p className="detail-quiet">{t(`judge.taken.${item.taken}`)}</p>;
  const draft = answers.get(item.itemId);
  if (!draft && !waits(item) && opened !== item.itemId) {
    return (
      <Button
        size="small"
        className="judge-open above-2"
        onClick={() => {
          pressed.current = true;
          open(item.itemId);
        }}
      >
        {t('judge.open')}
      </Button>
    );
  }
  return (
    <div className="judge grid gap-2 above-2" role="group" aria-label={t('judge.name')} ref={keys}>
      <AnswerKeys item={item} draft={draft} />
      <Places item={item} draft={draft} />
      {draft && overturns(item.outcome, draft.outcome) && <Reason item={item} draft={draft} />}
    </div>
  );
}

/** Refusals say why: the person's own call, a card that was replaced. */
function WhyNot({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { call, card, shown } = useCallPage();
  if (!waits(item) && call.may.judgeRefusal !== 'own_call') return null;
  if (call.may.judgeRefusal === 'own_call') return <p className="detail-quiet">{t('judge.ownCall')}</p>;
  if (call.may.judge && card !== shown) return <p className="detail-quiet">{t('judge.otherCard')}</p>;
  return null;
}

function AnswerKeys({ item, draft }: { item: ScorecardItem; draft: Draft | undefined }) {
  const { t } = useTranslation();
  const { answer } = useJudging();
  return (
    <div className="judge-keys">
      {outcomeSchema.options.map((outcome, index) => (
        <Button
          key={outcome}
          size="small"
          type={draft?.outcome === outcome ? 'primary' : 'default'}
          aria-pressed={draft?.outcome === outcome}
          icon={<OutcomeGlyph outcome={outcome} size={14} />}
          onClick={() => answer(item, outcome)}
        >
          <kbd aria-hidden>{index + 1}</kbd> {t(`outcome.${outcome}`)}
        </Button>
      ))}
    </div>
  );
}

function Places({ item, draft }: { item: ScorecardItem; draft: Draft | undefined }) {
  const { t } = useTranslation();
  const { turns, call } = useCallPage();
  const { addPlace, change } = useJudging();
  const [missed, setMissed] = useState(false);
  if (!draft || !call.may.readWords) return null;
  const take = () => {
    const place = chosenWords();
    setMissed(place === null);
    if (place) addPlace(item.itemId, place);
  };
  const places = draft.places ?? [];
  return (
    <div className="judge-places">
      {places.map(({ turn, fromChar, toChar }, index) => (
        <span key={index} className="judge-place" lang={call.language ?? undefined}>
          “{turns[turn]?.text.slice(fromChar, toChar)}”
          <button
            type="button"
            className="plain link"
            onClick={() => change(item.itemId, { places: places.filter((_, at) => at !== index) })}
          >
            {t('judge.dropPlace')}
          </button>
        </span>
      ))}
      {/* Pressing must not take the selection away. */}
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={take}>
        {t('judge.takeWords')}
      </Button>
      {missed && <small role="alert">{t('judge.noWordsChosen')}</small>}
    </div>
  );
}

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
function chosenWords(): WordsPlace | null {
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
