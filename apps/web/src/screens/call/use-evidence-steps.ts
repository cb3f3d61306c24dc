import { toneOf } from '#contracts';
import { useCallPage } from './call-page.js';
import { itemsInTime } from './rules/evidence.rules.js';

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
