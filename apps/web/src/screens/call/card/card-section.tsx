import { toneOf, type ScorecardItem, type ScorecardView, type Tone } from '#contracts';
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeGlyph } from '../../../components/marks.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { CardItem } from './card-item.js';

interface Props {
  section: ScorecardView['sections'][number];
  items: ScorecardItem[];
}

/** Sections in which nothing needs a person, and nothing is shown to one, fold into one line; the others show every item. */
export function CardSection({ section, items }: Props) {
  const format = useFormat();
  const { selected, card } = useCallPage();
  const quiet = items.every(
    ({ outcome, signs }) => (outcome === 'met' || outcome === 'not_applicable') && signs.length === 0,
  );
  const holdsSelected = items.some((item) => item.itemId === selected?.itemId);
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? (!quiet || holdsSelected);
  return (
    <div className="card-section">
      <h3>
        <button
          type="button"
          className="plain section-row line dense full hovers"
          aria-expanded={open}
          onClick={() => setOpened(!open)}
        >
          {open ? <DownOutlined /> : <RightOutlined />}
          <span className="section-title">{format.text(section.title)}</span>
          <span className="section-fold label flex wraps gap-3 spring soft">
            {!open && !card?.withheld && <FoldedCounts items={items} />}
          </span>
          <SectionPoints section={section} />
          <span className="item-at" />
        </button>
      </h3>
      {open && (
        <ul>
          {items.map((item) => (
            <CardItem key={item.itemId} item={item} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FoldedCounts({ items }: { items: ScorecardItem[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const count = (tone: Tone) => items.filter((item) => toneOf(item) === tone).length;
  const met = count('met');
  const na = count('not_applicable');
  return (
    <>
      {met > 0 && (
        <span>
          <OutcomeGlyph outcome="met" size={14} />
          {t('card.foldMet', { count: met })}
        </span>
      )}
      {na > 0 && (
        <span>
          <OutcomeGlyph outcome="not_applicable" size={14} />
          {t('card.foldNa', { count: na })}
        </span>
      )}
      {(['not_met', 'told', 'insufficient'] as const)
        .filter((outcome) => count(outcome) > 0)
        .map((outcome) => (
          <span key={outcome}>
            <OutcomeGlyph outcome={outcome} size={14} />
            {number(count(outcome))} {t(`outcome.${outcome}`)}
          </span>
        ))}
    </>
  );
}

function SectionPoints({ section }: { section: Props['section'] }) {
  const { number } = useFormat();
  // A section in which nothing applies has no points to be out of.
  const show = (value: number | null) => (value === null || !section.maxPoints ? '–' : number(value));
  return (
    <span className="weight">
      {show(section.points)}
      <i>/{show(section.maxPoints)}</i>
    </span>
  );
}
