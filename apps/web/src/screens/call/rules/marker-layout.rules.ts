import type { Tone } from '#contracts';

export interface Marker {
  /** Item ids; more than one where met items are close together. */
  items: string[];
  outcome: Tone;
  atMs: number;
  /** Empty: the glyph is enough. */
  label: string;
  weight: number;
  selected: boolean;
}

/** `x` and `width` in pixels. A marker without a label is only its glyph; `flipped` labels are to the left of their moment. */
export interface PlacedMarker extends Marker {
  x: number;
  width: number;
  labelled: boolean;
  flipped: boolean;
}

export const GLYPH = 24;
const GAP = 3;

/**
 * Puts the markers on a lane of `laneWidth` pixels. Labels are given out in this order: the selected item, then what was not met by
 * weight; a label that would collide with a glyph or another label becomes its glyph. Met items that are closer than a glyph join.
 */
export function placeMarkers(markers: Marker[], durationMs: number, laneWidth: number): PlacedMarker[] {
  const x = (marker: Marker) => (marker.atMs / durationMs) * laneWidth;
  const loud = markers.filter((m) => m.outcome !== 'met').sort((a, b) => a.atMs - b.atMs);
  const taken = spread(
    loud.map((marker) => ({ ...marker, x: x(marker) - GLYPH / 2, width: GLYPH, labelled: false, flipped: false })),
    laneWidth,
  );
  const wanting = taken
    .filter((m) => m.label !== '' && (m.selected || m.outcome === 'not_met'))
    .sort((a, b) => Number(b.selected) - Number(a.selected) || b.weight - a.weight);
  for (const marker of wanting) giveLabel(marker, taken, laneWidth);
  const met = joinMet(
    markers.filter((m) => m.outcome === 'met'),
    (m) => x(m),
  );
  const quiet = spread(
    met.map((marker) => ({ ...marker, x: x(marker) - GLYPH / 2, width: GLYPH, labelled: false, flipped: false })),
    laneWidth,
    taken,
  );
  return [...taken, ...quiet].sort((a, b) => a.atMs - b.atMs);
}

/** How wide a label is at 12 px: full-width characters take a whole em. */
export function labelWidth(label: string): number {
  const wide = [...label].filter((c) => c > '\u2e7f').length;
  return Math.ceil(wide * 12.2 + (label.length - wide) * 7) + 36;
}

function giveLabel(marker: PlacedMarker, all: PlacedMarker[], laneWidth: number): void {
  const width = labelWidth(marker.label);
  const right = { x: marker.x, flipped: false };
  const left = { x: marker.x + GLYPH - width, flipped: true };
  for (const { x, flipped } of [right, left]) {
    if (x < -GLYPH / 2 || x + width > laneWidth + GLYPH / 2) continue;
    if (all.some((other) => other !== marker && overlaps(x, width, other))) continue;
    Object.assign(marker, { x, width, flipped, labelled: true });
    return;
  }
}

/** Moves glyphs that would cover one another aside, to the nearest free place. */
function spread(glyphs: PlacedMarker[], laneWidth: number, others: PlacedMarker[] = []): PlacedMarker[] {
  const placed: PlacedMarker[] = [];
  for (const glyph of glyphs) {
    const taken = [...others, ...placed];
    const free = (x: number) =>
      x >= -GLYPH / 2 && x <= laneWidth - GLYPH / 2 && !taken.some((other) => overlaps(x, GLYPH, other));
    const candidates = [glyph.x, ...taken.flatMap((other) => [other.x + other.width + GAP, other.x - GLYPH - GAP])];
    candidates.sort((a, b) => Math.abs(a - glyph.x) - Math.abs(b - glyph.x));
    placed.push({ ...glyph, x: candidates.find(free) ?? glyph.x });
  }
  return placed;
}

function joinMet(markers: Marker[], x: (marker: Marker) => number): Marker[] {
  const joined: Marker[] = [];
  for (const marker of markers.sort((a, b) => a.atMs - b.atMs)) {
    const last = joined.at(-1);
    if (last && x(marker) - x(last) < 2 * GLYPH) {
      last.items = [...last.items, ...marker.items];
      last.selected ||= marker.selected;
    } else joined.push({ ...marker });
  }
  return joined;
}

function overlaps(x: number, width: number, other: PlacedMarker): boolean {
  return x < other.x + other.width + GAP && other.x < x + width + GAP;
}
