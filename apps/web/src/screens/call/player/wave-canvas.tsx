import { useEffect, useRef } from 'react';
import { TOKENS, type Mode } from '../../../theme/tokens.js';
import { barsOf } from '../rules/axis.rules.js';

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
export function WaveCanvas({ peaks, loudest, color, width, height, mode }: Props) {
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
