import type { ReviewEffect } from '#contracts';
import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parts } from '../../../components/opened/part.js';
import { useSayDone } from '../../../components/opened/say.js';
import { FailureNote } from '../../../components/failure-note.js';
import { usePublishReview, useReviewEffect } from '../../../data/reviews.js';
import { useFormat } from '../../../format/use-format.js';
import { nothingCounts } from '../rules/chosen-card.rules.js';
import { useCallPage } from '../call-page.js';
import { type LegPromises, useLegPromises } from '../promises/leg-promises.js';
import { overturns, useJudging, waits } from './judging.js';
import { useStaysInSight } from './stays-in-sight.js';

const { ReviewPromises } = parts(() => import('../promises/call-promises.js'));

/** What is answered, what publishing does to the score that counts, and the button that does it. */
export function PublishBar() {
  const { t } = useTranslation();
  const { call, card, chooseCard, drawn, drawnDone } = useCallPage();
  const [whole, setWhole] = useState(false);
  const done = useSayDone();
  const { review, answers, clear, undo, kept, load } = useJudging();
  const promises = useLegPromises();
  const publish = usePublishReview(call.callId);
  const blind = card?.withheld === true;
  const left = card ? card.items.filter((item) => waits(item) && !answers.has(item.itemId)) : [];
  // Of a blind review every item with points is answered; else its points would be the machine's.
  const open = blind ? left.filter(({ weight, taken }) => weight > 0 && !taken).length : 0;
  const complete = useIsComplete();
  const ready = complete && open === 0 && promises.complete;
  const effect = useReviewEffect(call.callId, review ?? NOTHING, review !== null && complete);
  const send = () => {
    if (!review || !ready || publish.isPending) return;
    const { given } = promises;
    const completes = drawn !== null && whole && !blind ? drawn : null;
    const also = { ...(completes !== null && { completes }), ...(given.length > 0 && { promises: given }) };
    publish.mutate(
      { ...review, ...also },
      {
        onSuccess: () => {
          clear();
          // Of two changes of the address at once the later would undo the earlier.
          if (completes === null && !blind) chooseCard(null);
          else drawnDone();
          done(t('judge.published'));
          for (const ms of LOOKS) setTimeout(focusItem, ms);
        },
      },
    );
  };
  useCtrlEnter(send);
  const bar = useRef<HTMLDivElement>(null);
  // It comes, and grows, while a person types above it.
  useStaysInSight(bar, review !== null && card !== null);
  if (!review || !card) return null;
  return (
    <div className="publish-bar" role="region" aria-label={t('judge.publishing')} ref={bar}>
      <span>
        {t('judge.answered', { count: review.answers.length })}
        {left.length > 0 && ` ${t('judge.left', { count: left.length })}`}
      </span>
      {effect.data && <Effect effect={effect.data} />}
      <span className="spring" />
      {drawn !== null && !blind && (
        <label className="inline">
          <input type="checkbox" checked={whole} onChange={({ target }) => setWhole(target.checked)} />
          {t('judge.whole')}
        </label>
      )}
      <Promises of={promises}>
        <Button size="small" onClick={undo}>
          {t('judge.undo')}
        </Button>
        <Button size="small" type="primary" loading={publish.isPending} onClick={send} aria-describedby="publish-why">
          {t('judge.publish')}
        </Button>
        <PublishWhy {...{ complete, open, promises }} />
        {drawn !== null && !blind && <small>{t('judge.wholeNote')}</small>}
        <small role="status">{kept.state !== 'failed' && kept.state !== 'none' && t(`judge.kept.${kept.state}`)}</small>
        {kept.state === 'failed' && (
          <>
            <FailureNote error={kept.error} />
            <Button size="small" onClick={load}>
              {t('judge.kept.load')}
            </Button>
          </>
        )}
        {(publish.error ?? effect.error) && <FailureNote error={publish.error ?? effect.error} />}
      </Promises>
    </div>
  );
}

/** What publishing does, or what it waits for. */
function PublishWhy({ complete, open, promises }: { complete: boolean; open: number; promises: LegPromises }) {
  const { t } = useTranslation();
  const waitsFor = complete
    ? open > 0
      ? t('judge.blind.open', { count: open })
      : !promises.complete && t('reviewPromises.incomplete')
    : t('judge.incomplete');
  return <small id="publish-why">{waitsFor || t('judge.publishNote')}</small>;
}

/** Opens the promises of the leg that are still open, below the rest of the bar: publishing stays in sight. */
function Promises({ of: { shown, given }, children }: { of: LegPromises; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const some = shown.length > 0;
  const count = given.length;
  return (
    <>
      {some && (
        <Button size="small" aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
          {count > 0 ? t('reviewPromises.answered', { count }) : t('reviewPromises.open', { count: shown.length })}
        </Button>
      )}
      {children}
      {some && opened && <ReviewPromises id={id} promises={shown} />}
    </>
  );
}

/** The bar goes once the new card is read, which takes a while. Milliseconds. */
const LOOKS = [0, 300, 1_000, 3_000];

/** The bar is gone, and what had the focus in it: the person goes on from the item that they judged last. */
function focusItem(): void {
  if (document.activeElement !== document.body) return;
  const item = document.querySelector<HTMLElement>('.item.selected .item-title');
  (item ?? document.querySelector<HTMLElement>('.card .item-title'))?.focus();
}

const NOTHING = { legId: '', checklistId: '', basedOn: '', answers: [] };

/** Every overturned result has its reason, and “other” its words. */
function useIsComplete(): boolean {
  const { card } = useCallPage();
  const { review } = useJudging();
  const was = new Map(card?.items.map(({ itemId, outcome }) => [itemId, outcome]));
  return (review?.answers ?? []).every(({ itemId, outcome, reason, note }) => {
    const before = was.get(itemId);
    const needs = before !== undefined && overturns(before, outcome);
    return (!needs || reason !== undefined) && (reason !== 'other' || Boolean(note?.trim()));
  });
}

function Effect({ effect: { before, after, blind } }: { effect: ReviewEffect }) {
  const { t } = useTranslation();
  const { card } = useCallPage();
  const { number, percent } = useFormat();
  const total = (one: ReviewEffect['after'] | null) => {
    if (one === null) return t('judge.noneCounts');
    if (card && nothingCounts(one, card.checklist)) return t('call.nothingCounts');
    if (one.points === null || one.maxPoints === null) return t('judge.noTotal', { judged: percent(one.coverage) });
    return t('judge.total', { count: one.maxPoints, points: number(one.points), max: number(one.maxPoints) });
  };
  if (blind) return <span className="publish-effect">{t('judge.blind.yours', { total: total(after) })}</span>;
  return <span className="publish-effect">{t('judge.effect', { before: total(before), after: total(after) })}</span>;
}

/** Also while the person types the reason: that is where the last key is pressed. */
function useCtrlEnter(send: () => void): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
