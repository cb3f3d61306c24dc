import { toneOf } from '#contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeaks } from '../../../data/calls.js';
import { useThemeMode } from '../../../theme/theme-mode.js';
import { useCallPage } from '../call-page.js';
import { barsOf, percentOf } from '../rules/axis.rules.js';
import { itemsInTime, highlightedSpan } from '../rules/evidence.rules.js';
import { useWidth, voicesOf } from './evidence-lane.js';
import { type Mode, TOKENS } from '../../../theme/tokens.js';

const BAR = 2;
const STEP = 3.2;

interface Props {
  peaks: readonly number[];
  loudest: number;
  color: 'agent' | 'customer' | 'ink2';
  width: number;
  height: number;
  mode: Mode;
}

/** One voice as bars around a middle line; silence leaves dots, so that the lane can still be followed. */
function WaveCanvas({ peaks, loudest, color, width, height, mode }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen || width === 0) return;
    const density = devicePixelRatio;
    element.width = width * density;
    element.height = height * density;
    pen.scale(density, density);
    pen.fillStyle = TOKENS[mode][color];
    const bars = barsOf(peaks, Math.floor(width / STEP), loudest);
    for (const [index, value] of bars.entries()) {
      const tall = Math.max(1.2, value * (height - 4));
      pen.beginPath();
      pen.roundRect(index * STEP, (height - tall) / 2, BAR, tall, Math.min(1, tall / 2));
      pen.fill();
    }
  }, [peaks, loudest, color, width, height, mode]);
  return <canvas ref={canvas} style={{ width, height }} />;
}

/** Height of a voice, px. */
const LANE = 44;

/** The voices as loudness: the part not yet heard is pale, holds and silenced stretches are hatched, the selected evidence is lit. */
export function WaveLanes({ combined }: { combined: boolean }) {
  const { t } = useTranslation();
  const { call, leg, recording, durationMs } = useCallPage();
  const { mode } = useThemeMode();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // Loudness is content: only people who may listen see it.
  const peaks = usePeaks(call.callId, call.may.listen && recording ? recording.recordingId : null);
  const voices = voicesOf(recording);
  const data = peaks.data?.data ?? [];
  const loudest = Math.max(0, ...data.map((channel) => channel.reduce((top, value) => Math.max(top, value), 0)));
  const lanes = combined
    ? [{ color: 'ink2' as const, peaks: loudestOf(data) }]
    : voices.map(({ voice, channel }) => ({ color: colorOf(voice), peaks: data[channel] ?? [] }));
  return (
    <div
      className="waves"
      ref={box}
      aria-hidden
      style={call.may.listen ? undefined : { minHeight: LANE * lanes.length }}
    >
      {call.may.listen &&
        (['unsaid', 'said'] as const).map((part) => (
          <div key={part} className={`wave-${part}`}>
            {lanes.map((lane, index) => (
              <WaveCanvas
                key={index}
                {...lane}
                loudest={loudest}
                width={width}
                height={combined ? 40 : LANE}
                mode={mode}
              />
            ))}
          </div>
        ))}
      {!call.may.listen && (
        <small className="waves-note">{t(`player.${noPeaksOf(call.may.listenRefusal ?? 'no_grant')}`)}</small>
      )}
      {peaks.isError && <small className="waves-note">{t('player.noPeaks')}</small>}
      {call.legs[leg]?.holdSpans.map((hold) => (
        <span
          key={hold.fromMs}
          className="hold-hatch"
          style={{ left: percentOf(hold.fromMs, durationMs), width: percentOf(hold.toMs - hold.fromMs, durationMs) }}
        />
      ))}
      {peaks.data?.masked?.map(({ fromMs, toMs }) => (
        <span
          key={`masked ${fromMs}`}
          className="masked-hatch"
          style={{ left: percentOf(fromMs, durationMs), width: `max(4px, ${percentOf(toMs - fromMs, durationMs)})` }}
        />
      ))}
      <LitSpan />
      {!combined && <Leaders />}
    </div>
  );
}

/** “Not now” is said only where the recording may be heard later. */
const noPeaksOf = (refusal: string) =>
  refusal === 'no_grant'
    ? 'closedPeaks'
    : ['not_sealed', 'being_checked', 'unchecked'].includes(refusal)
      ? 'noPeaksNow'
      : 'noPeaksEver';

function LitSpan() {
  const { selected, durationMs } = useCallPage();
  const span = highlightedSpan(selected);
  if (!span) return null;
  const width = `max(4px, ${percentOf(span.toMs - span.fromMs, durationMs)})`;
  return <span className="lit" style={{ left: percentOf(span.fromMs, durationMs), width }} />;
}

/** Dashed lines from what was not met, or could not be judged, down to its second. */
function Leaders() {
  const { card, turns, durationMs } = useCallPage();
  return itemsInTime(card, turns)
    .filter(({ item }) => toneOf(item) === 'not_met' || item.outcome === 'insufficient')
    .map(({ item, span }) => (
      <span
        key={item.itemId}
        className={`leader ${item.outcome}`}
        style={{ left: percentOf(span.fromMs, durationMs) }}
      />
    ));
}

function colorOf(voice: string): 'agent' | 'customer' | 'ink2' {
  return voice === 'agent' || voice === 'customer' ? voice : 'ink2';
}

function loudestOf(data: readonly number[][]): number[] {
  const [first = [], ...others] = data;
  return first.map((value, index) => Math.max(value, ...others.map((channel) => channel[index] ?? 0)));
}
