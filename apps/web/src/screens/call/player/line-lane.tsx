import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { percentOf } from '../rules/axis.rules.js';

/** The line itself: talking, holding, and who ended it. */
export function LineLane() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg, durationMs } = useCallPage();
  const facts = call.legs[leg];
  const holds = facts?.holdSpans ?? [];
  const passedOn = facts?.transferredTo && facts.hangupParty === null;
  const edges = [0, ...holds.flatMap((hold) => [hold.fromMs, hold.toMs]), durationMs];
  const held = (ms: number) => t('player.hold', { duration: format.duration(ms) });
  const place = (fromMs: number, toMs: number) => ({
    left: percentOf(fromMs, durationMs),
    width: percentOf(toMs - fromMs, durationMs),
  });
  return (
    <div className="line-lane" aria-hidden>
      {edges.slice(0, -1).map((from, index) => {
        const to = edges[index + 1] ?? durationMs;
        return index % 2 === 0 ? (
          <span key={from} style={place(from, to)} />
        ) : (
          <span key={from} className="held" style={place(from, to)} title={held(to - from)}>
            {held(to - from)}
          </span>
        );
      })}
      <em>{passedOn ? t('legs.passedOn') : t(`player.ended.${facts?.hangupParty ?? 'unknown'}`)}</em>
    </div>
  );
}
