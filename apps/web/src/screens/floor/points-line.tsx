import type { FloorRowOf } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

const [WIDTH, HEIGHT, EDGE] = [72, 20, 3];

/** The lowest and highest that all lines of a screen are drawn between, so that one can be held beside another. */
export function rangeOf(points: readonly FloorRowOf<'points'>[]): [number, number] {
  const all = points.flatMap(({ weeks }) => weeks.flatMap((week) => week?.percent ?? []));
  return all.length === 0 ? [0, 100] : [Math.max(0, Math.min(...all) - 5), Math.min(100, Math.max(...all) + 5)];
}

/** The means of the last weeks; a week of too few calls is a gap. */
export function PointsLine({
  weeks,
  range: [low, high],
}: {
  weeks: FloorRowOf<'points'>['weeks'];
  range: [number, number];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (weeks.every((week) => week === null)) return null;
  const x = (at: number) => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, weeks.length - 1);
  const y = (percent: number) => HEIGHT - EDGE - ((percent - low) * (HEIGHT - 2 * EDGE)) / Math.max(1, high - low);
  const dots = weeks.flatMap((week, at) => (week ? [{ at, x: x(at), y: y(week.percent) }] : []));
  const said = weeks.map((week) => (week ? number(Math.round(week.percent)) : t('floor.noWeek'))).join(t('floor.and'));
  const last = dots.at(-1);
  return (
    <svg className="points-line" width={WIDTH} height={HEIGHT} role="img" aria-label={t('floor.weeks', { said })}>
      <title>{t('floor.weeks', { said })}</title>
      {dots.slice(1).map((to, at) => {
        const from = dots[at];
        return from && to.at === from.at + 1 && <line key={to.at} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
      {dots.map((dot) => (
        <circle key={dot.at} cx={dot.x} cy={dot.y} r={dot === last ? 2.5 : 1.5} />
      ))}
    </svg>
  );
}
