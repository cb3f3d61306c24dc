import { useTranslation } from 'react-i18next';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage, useClock } from '../call-page.js';
import { speakerAt } from '../rules/axis.rules.js';

const STEPS: Record<string, number> = {
  ArrowLeft: -5000,
  ArrowRight: 5000,
  ArrowDown: -5000,
  ArrowUp: 5000,
  PageDown: -30_000,
  PageUp: 30_000,
};

/** An invisible slider over the lanes: press or drag anywhere to go there; says the time and who speaks. */
export function SeekSlider() {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { player, durationMs, turns } = useCallPage();
  const second = useClock((ms) => Math.floor(ms / 1000));
  const speaker = useClock((ms) => speakerAt(turns, ms));
  const times = { at: clock(second * 1000), total: clock(durationMs) };
  const spokenText =
    speaker && speaker !== 'unknown'
      ? t('player.positionSpeaking', { ...times, who: t(`transcript.speaker.${speaker}`) })
      : t('player.position', times);

  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    player?.seek(((event.clientX - box.left) / box.width) * durationMs);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    seekTo(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey && STEPS[event.key] ? Math.sign(STEPS[event.key]!) * 1000 : STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? durationMs : step && (player?.ms ?? 0) + step;
    if (to === undefined) return;
    event.preventDefault();
    player?.seek(to);
  };
  return (
    <div
      className="seek"
      role="slider"
      tabIndex={0}
      aria-label={t('player.seek')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={second}
      aria-valuetext={spokenText}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seekTo(event)}
      onKeyDown={onKeyDown}
    />
  );
}
