import { type Recording, type ScorecardItem, toneOf } from '#contracts';
import { type CSSProperties, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeGlyph } from '../../../components/marks.js';
import { useRoom } from '../../../components/use-media.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { itemsInTime } from '../rules/evidence.rules.js';
import { type PlacedMarker, placeMarkers } from '../rules/marker-layout.rules.js';

/** A button for every item that has a moment, in time order, without two covering one another. */
export function EvidenceLane() {
  const { card, turns, selected, durationMs } = useCallPage();
  const format = useFormat();
  const lane = useRef<HTMLDivElement>(null);
  const width = useWidth(lane);
  const phone = useRoom() === 'phone';
  const markers = useMemo(
    () =>
      itemsInTime(card, turns)
        .filter(({ item }) => item.outcome !== 'not_applicable')
        .map(({ item, span }) => ({
          items: [item.itemId],
          outcome: toneOf(item),
          atMs: span.fromMs,
          // A phone has no room for words on the axis: they are in the tab below.
          label: phone ? '' : format.text(item.title),
          weight: item.weight,
          selected: item.itemId === selected?.itemId,
        })),
    [card, turns, selected, format, phone],
  );
  return (
    <div className="evidence-lane" ref={lane}>
      {width > 0 &&
        placeMarkers(markers, durationMs, width).map((marker) => (
          <MarkerButton key={marker.items.join()} marker={marker} />
        ))}
    </div>
  );
}

function MarkerButton({ marker }: { marker: PlacedMarker }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { card, select } = useCallPage();
  const at = format.clock(marker.atMs);
  const items = marker.items.flatMap((id) => card?.items.find((item) => item.itemId === id) ?? []);
  const first = items[0];
  if (!first) return null;
  const outcome = t(`outcome.${marker.outcome}`);
  const title = format.text(first.title);
  const name =
    items.length > 1
      ? `${t('player.metGroup', { count: items.length, at })}: ${items.map((item: ScorecardItem) => format.text(item.title)).join(', ')}`
      : t('player.marker', { outcome, title, at });
  return (
    <button
      type="button"
      className={`marker line gap-1 label bold nowrap ${marker.outcome} ${marker.selected ? 'selected' : ''} ${marker.flipped ? 'flipped' : ''}`}
      style={placeOf(marker)}
      aria-label={name}
      title={name}
      aria-pressed={marker.selected}
      onClick={() => select(first.itemId, { play: true })}
    >
      <OutcomeGlyph outcome={marker.outcome} size={marker.outcome === 'met' ? 12 : 15} />
      {marker.labelled && <span>{marker.label}</span>}
      {marker.outcome === 'met' && items.length > 1 && <i>{items.length}</i>}
    </button>
  );
}

/** A flipped label ends at its moment, however wide the font makes it. */
function placeOf(marker: PlacedMarker): CSSProperties {
  return marker.flipped ? { right: `calc(100% - ${marker.x + marker.width}px)` } : { left: marker.x };
}

export interface Voice {
  voice: 'agent' | 'customer' | 'left' | 'right' | 'mono';
  /** Which array of the peaks. */
  channel: number;
}

/** The lanes of a recording: who is who only where the source said which channel the agent is on. */
export function voicesOf(recording: Recording | null): Voice[] {
  if (!recording || recording.channels < 2) return [{ voice: 'mono', channel: 0 }];
  if (recording.agentChannel === null) {
    return [
      { voice: 'left', channel: 0 },
      { voice: 'right', channel: 1 },
    ];
  }
  const agent = recording.agentChannel === 'left' ? 0 : 1;
  return [
    { voice: 'agent', channel: agent },
    { voice: 'customer', channel: 1 - agent },
  ];
}

/** The width of an element in CSS pixels, kept up to date; 0 before it is drawn. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watcher.observe(ref.current);
    return () => watcher.disconnect();
  }, [ref]);
  return width;
}
