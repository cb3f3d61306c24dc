import { describe, expect, it } from '@jest/globals';
import { GLYPH, placeMarkers, type Marker } from './marker-layout.rules.js';

const marker = (id: string, atMs: number, over: Partial<Marker> = {}): Marker => ({
  items: [id],
  outcome: 'not_met',
  atMs,
  label: 'Promise has a time',
  weight: 1,
  selected: false,
  ...over,
});
const place = (...markers: Marker[]) => placeMarkers(markers, 100_000, 1000);
const byId = (placed: ReturnType<typeof place>, id: string) => placed.find((m) => m.items.includes(id))!;

describe('markers on the evidence lane', () => {
  it('are drawn at their second, with a label where there is room', () => {
    const [only] = place(marker('a', 50_000));
    expect(only).toMatchObject({ x: 500 - GLYPH / 2, labelled: true, flipped: false });
  });
  it('give the label to the selected item first, then to the heavier', () => {
    const placed = place(
      marker('light', 50_000),
      marker('heavy', 53_000, { weight: 9 }),
      marker('mine', 56_000, { selected: true }),
    );
    expect(byId(placed, 'mine').labelled).toBe(true);
    expect(byId(placed, 'heavy').labelled).toBe(false);
    expect(byId(placed, 'light')).toMatchObject({ labelled: true, flipped: true });
  });
  it('give room for one label between two markers to the selected one, though it weighs less', () => {
    const doubt = { outcome: 'insufficient' as const };
    const pair = (selected: boolean) =>
      place(
        marker('before', 47_000, doubt),
        marker('heavy', 50_000, { weight: 9 }),
        marker('mine', 70_000, { selected }),
        marker('after', 73_000, doubt),
      );
    expect(byId(pair(true), 'mine').labelled).toBe(true);
    expect(byId(pair(true), 'heavy').labelled).toBe(false);
    expect(byId(pair(false), 'heavy').labelled).toBe(true);
  });
  it('turn a label to the left at the right edge', () => {
    const [last] = place(marker('a', 98_000));
    expect(last).toMatchObject({ labelled: true, flipped: true });
    expect(last!.x + last!.width).toBeLessThanOrEqual(1000 + GLYPH / 2);
  });
  it('never cover one another, however many share a second', () => {
    const placed = place(
      ...['a', 'b', 'c', 'd', 'e'].map((id) => marker(id, 20_000)),
      marker('m', 20_000, { outcome: 'met' }),
    );
    const sorted = placed.sort((a, b) => a.x - b.x);
    for (const [i, m] of sorted.entries())
      if (i > 0) expect(m.x).toBeGreaterThanOrEqual(sorted[i - 1]!.x + sorted[i - 1]!.width);
  });
  it('join met items that are close together, and keep time order', () => {
    const met = (id: string, at: number) => marker(id, at, { outcome: 'met' });
    const placed = place(met('c', 70_000), met('a', 10_000), met('b', 12_000));
    expect(placed.map((m) => m.items)).toEqual([['a', 'b'], ['c']]);
  });
});
