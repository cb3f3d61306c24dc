import { type ScorecardView, type Tone, toneOf } from '#contracts';
import { Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../../components/failure-note.js';
import { useScorecards } from '../../../data/calls.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { nothingCounts } from '../rules/chosen-card.rules.js';
import { useCallPage, PaneWait } from '../call-page.js';
import { part } from '../../../components/opened/part.js';
import { reasonOfMany } from '../rules/reason-of-many.rules.js';
import { CardSection } from './card-section.js';
import { CardStanding } from './card-standing.js';
import { useStaysInSight } from './stays-in-sight.js';
import { useJudging } from './judging.js';
import './card.css';
import { Why } from '../../../components/why.js';

/** Loaded with the first answer. */
const PublishBar = part<object>(() => import('./publish-bar.js'));

export type CardFilter = 'all' | 'not_met' | 'insufficient';

/** The leg's score, item by item: every point leads to its second. */
export function CardPane() {
  const { t } = useTranslation();
  const { card } = useCallPage();
  const [filter, setFilter] = useState<CardFilter>('all');
  const judges = useJudging().review !== null;
  return (
    <section className="card column shrinks on-surface" aria-label={t('card.heading')}>
      <CardBar card={card} filter={filter} onFilter={setFilter} />
      <CardStanding />
      <AlsoReviewing />
      {card ? <Sections card={card} filter={filter} /> : <Missing />}
      {judges && <PublishBar />}
    </section>
  );
}

function CardBar({
  card,
  filter,
  onFilter,
}: {
  card: ScorecardView | null;
  filter: CardFilter;
  onFilter: (f: CardFilter) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calibrating } = useCallPage();
  if (!card) {
    return (
      <div className="bar">
        <h2>{t('card.heading')}</h2>
      </div>
    );
  }
  return (
    <div className="bar">
      <h2 title={format.text(card.checklist.title)}>
        {t('card.title', { title: format.text(card.checklist.title), version: card.checklist.version })}
      </h2>
      {card.withheld && <small>{t(calibrating ? 'judge.blind.calibration' : 'judge.blind.name')}</small>}
      {!card.withheld && <CardFilters card={card} filter={filter} onFilter={onFilter} />}
    </div>
  );
}

function CardFilters({
  card,
  filter,
  onFilter,
}: {
  card: ScorecardView;
  filter: CardFilter;
  onFilter: (f: CardFilter) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (tone: Tone) => card.items.filter((item) => toneOf(item) === tone).length;
  const counts = { all: card.items.length, not_met: count('not_met'), insufficient: count('insufficient') };
  const options = (['all', 'not_met', 'insufficient'] as const).map((value) => ({
    value,
    label: t(`card.${value}`, { count: counts[value] }),
  }));
  return (
    <>
      {!nothingCounts(card, card.checklist) && (
        <small>
          {t('card.judged', { judged: format.percent(card.coverage) })}{' '}
          <Why of="judged" value={`${format.percent(card.coverage)}%`} />
        </small>
      )}
      <span className="spring" />
      <Segmented size="small" aria-label={t('card.filter')} options={options} value={filter} onChange={onFilter} />
    </>
  );
}

function Sections({ card, filter }: { card: ScorecardView; filter: CardFilter }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  // What is read after the card, as who has read a review, takes its place above or below.
  useStaysInSight(list);
  // Of a blind review all items wait, and for the same reason.
  const shared = card.withheld ? null : reasonOfMany(card.items);
  const sections = card.sections
    .map((section) => ({
      section,
      items: card.items.filter(
        (item) => item.sectionId === section.id && (filter === 'all' || toneOf(item) === filter),
      ),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className="card-scroll" ref={list}>
      {/* One child, which grows with its items: a pane that scrolls keeps its own size. */}
      <div>
        {shared && filter !== 'not_met' && (
          <p className="card-shared dense soft">
            <b className="inked">{t('card.shared', { count: shared.count })}</b> {t(`insufficient.${shared.reason}`)}
          </p>
        )}
        {sections.length === 0 && <p className="pane-wait">{t('card.filterEmpty')}</p>}
        {sections.map(({ section, items }) => (
          <CardSection key={section.id} section={section} items={items} />
        ))}
      </div>
    </div>
  );
}

/** A colleague has answers that are not published: of two reviews the later counts. */
function AlsoReviewing() {
  const { t } = useTranslation();
  const format = useFormat();
  const { others } = useJudging();
  return others.map(({ by, savedAt }) => (
    <p key={by.en + savedAt} className="card-also label soft">
      {t('judge.also', { by: format.text(by), at: format.dateTime(savedAt) })}
    </p>
  ));
}

/** The agent is asked to score the call themselves before they see its result. */
function ScoreFirst() {
  const { t } = useTranslation();
  return (
    <p className="pane-wait">
      {t('coaching.first')} <Link to="/coaching?show=todo">{t('coaching.firstOpen')}</Link>
    </p>
  );
}

/** No score yet, or it may not be seen, or it could not be read. */
function Missing() {
  const { t } = useTranslation();
  const may = useMay('scorecards.read');
  const { call, leg } = useCallPage();
  const query = useScorecards(call.callId, false);
  if (!may) return <p className="pane-wait">{t('card.noPermission')}</p>;
  if (query.isError) return <Failed of={query} />;
  const legId = call.legs[leg]?.legId;
  if (legId && query.data?.withheld.includes(legId)) return <ScoreFirst />;
  return <PaneWait pane="card" />;
}
