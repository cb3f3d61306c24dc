import { type Outcome, toneOf } from '#contracts';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../../components/keyboard.js';
import { listLeft, lookAt, useNeighbours } from '../../data/call-list.js';
import { useCallPage } from './call-page.js';
import { useJudging } from './card/judging.js';
import { itemsInTime } from './rules/evidence.rules.js';

/** The keyboard of the call page; every key has a button that does the same. */
export function useCallKeys(): void {
  const { call, card, player, selected, select, follow, setFollow, queue } = useCallPage();
  useEffect(() => lookAt(call.callId), [call.callId]);
  const neighbours = useNeighbours(call);
  const steps = useEvidenceSteps();
  const navigate = useNavigate();
  const step = (ms: number) => () => player?.seek(player.ms + ms);
  const go = (callId: string | null) => () => void (callId && navigate(`/calls/${callId}`));
  const move = (by: 1 | -1) => () => {
    const shown = [...document.querySelectorAll<HTMLElement>('[data-item]')].map((element) => element.dataset['item']);
    const next = shown[shown.indexOf(selected?.itemId) + by] ?? shown[by > 0 ? 0 : shown.length - 1];
    if (next) select(next);
  };
  const judging = useJudging();
  const judge = (outcome: Outcome) => () => {
    if (selected && judging.on) judging.answer(selected, outcome);
  };
  useShortcuts({
    ...(judging.on && {
      e: () => selected && judging.open(selected.itemId),
      '1': judge('met'),
      '2': judge('not_met'),
      '3': judge('not_applicable'),
      '4': judge('insufficient'),
      u: judging.undo,
    }),
    ' ': () => call.may.listen && player?.toggle(),
    ArrowLeft: step(-5000),
    ArrowRight: step(5000),
    'Shift+ArrowLeft': step(-1000),
    'Shift+ArrowRight': step(1000),
    n: steps.next,
    p: steps.previous,
    '[': () => player?.changeRate(-1),
    ']': () => player?.changeRate(1),
    h: () => player?.toggleSkipHolds(),
    f: () => setFollow(!follow),
    '/': () => document.querySelector<HTMLInputElement>('#find-in-call')?.focus(),
    ...(card && { ArrowUp: move(-1), ArrowDown: move(1) }),
    Enter: () => selected && select(selected.itemId, { play: true }),
    // Of “To judge” J goes on in that list: `queue/queue-strip.tsx`.
    ...(!queue && { j: go(neighbours.older), k: go(neighbours.newer) }),
    Escape: () =>
      void navigate(queue ? `/review?${queue.replace('.', '=').split('.')[0]}` : `/calls${listLeft().search}`),
  });
}

/** Next and previous evidence, from the selected item or else from the playhead; met items, and what is only told, pass silently. */
export function useEvidenceSteps() {
  const { card, turns, selected, player, select } = useCallPage();
  const worth = itemsInTime(card, turns).filter(
    ({ item }) => toneOf(item) === 'not_met' || item.outcome === 'insufficient',
  );
  const go = (step: 1 | -1) => {
    const here = worth.findIndex(({ item }) => item.itemId === selected?.itemId);
    const now = player?.ms ?? 0;
    const next =
      here >= 0
        ? worth[here + step]
        : step > 0
          ? worth.find(({ span }) => span.fromMs > now)
          : worth.findLast(({ span }) => span.fromMs < now);
    const target = next ?? (here < 0 ? worth[step > 0 ? 0 : worth.length - 1] : undefined);
    if (target) select(target.item.itemId, { play: true });
  };
  return { any: worth.length > 0, next: () => go(1), previous: () => go(-1) };
}
