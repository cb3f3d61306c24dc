/*
 * ITU-T G.722 at 64 kbit/s: two bands, each predicted from what it was before, joined by a quadrature mirror filter to 16 kHz. The blocks and their
 * names are the recommendation's. What is decoded depends on all that was decoded before, so packets go through in their order.
 */

const QM2 = [-7408, -1616, 7408, 1616];
const QM4 = [0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0];
const QM6 = [
  ...[-136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576],
  ...[-7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040],
  ...[-728, 24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456],
  ...[4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136],
];
const WL = [-60, -30, 58, 172, 334, 538, 1198, 3042];
const RL42 = [0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0];
const WH = [0, -214, 798];
const RH2 = [2, 1, 2, 1];
const ILB = [
  ...[2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960],
  ...[3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008],
];
const QMF = [3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11];

const of = (table: readonly number[], index: number): number => table[index] as number;
const clamped = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const saturated = (value: number): number => clamped(value, -32768, 32767);
/** Signs agree where these do. */
const sign = (value: number): number => value >> 15;

class Band {
  s = 0;
  sz = 0;
  nb = 0;
  readonly r = [0, 0, 0];
  readonly p = [0, 0, 0];
  readonly a = [0, 0, 0];
  readonly b = [0, 0, 0, 0, 0, 0, 0];
  readonly d = [0, 0, 0, 0, 0, 0, 0];

  constructor(public det: number) {}

  /** LOGSCL and SCALEL, or LOGSCH and SCALEH. */
  scale(weight: number, most: number, shift: number): void {
    this.nb = clamped(((this.nb * 127) >> 7) + weight, 0, most);
    const power = shift - (this.nb >> 11);
    const value = of(ILB, (this.nb >> 6) & 31);
    this.det = (power < 0 ? value << -power : value >> power) << 2;
  }

  /** Block 4: adapts both predictors to the difference, and predicts. */
  adapt(difference: number): void {
    const { r, p, a, b, d } = this;
    d[0] = difference;
    r[0] = saturated(this.s + difference);
    p[0] = saturated(this.sz + difference);
    const [a1, a2] = this.#poles();
    this.#zeros();
    d.copyWithin(1, 0, 6);
    r.copyWithin(1, 0, 2);
    p.copyWithin(1, 0, 2);
    a[1] = a1;
    a[2] = a2;
    const pole = (i: number) => (of(a, i) * saturated(of(r, i) * 2)) >> 15;
    let sz = 0;
    for (let i = 6; i > 0; i--) sz += (of(b, i) * saturated(of(d, i) * 2)) >> 15;
    this.sz = saturated(sz);
    this.s = saturated(saturated(pole(1) + pole(2)) + this.sz);
  }

  /** UPPOL2 and UPPOL1. */
  #poles(): [number, number] {
    const { p, a } = this;
    const [now, once, twice] = [sign(of(p, 0)), sign(of(p, 1)), sign(of(p, 2))];
    const quadruple = saturated(of(a, 1) * 4);
    const turned = now === once ? Math.min(32767, -quadruple) : quadruple;
    const a2 = clamped((now === twice ? 128 : -128) + (turned >> 7) + ((of(a, 2) * 32512) >> 15), -12288, 12288);
    const most = saturated(15360 - a2);
    const a1 = saturated((now === once ? 192 : -192) + ((of(a, 1) * 32640) >> 15));
    return [clamped(a1, -most, most), a2];
  }

  /** UPZERO. */
  #zeros(): void {
    const { b, d } = this;
    const step = d[0] === 0 ? 0 : 128;
    for (let i = 1; i < 7; i++)
      b[i] = saturated((sign(of(d, i)) === sign(of(d, 0)) ? step : -step) + ((of(b, i) * 32640) >> 15));
  }
}

export class G722Decoder {
  readonly #low = new Band(32);
  readonly #high = new Band(8);
  readonly #x = Array.from({ length: 24 }, () => 0);

  /** Two samples at 16 kHz for each byte. */
  decode(payload: Buffer): Int16Array {
    const samples = new Int16Array(payload.length * 2);
    for (let i = 0; i < payload.length; i++) {
      const code = payload[i] as number;
      const [low, high] = [this.#lowBand(code & 0x3f), this.#highBand(code >> 6)];
      this.#x.copyWithin(0, 2);
      this.#x[22] = low + high;
      this.#x[23] = low - high;
      let [even, odd] = [0, 0];
      for (let k = 0; k < 12; k++) {
        even += of(this.#x, 2 * k) * of(QMF, k);
        odd += of(this.#x, 2 * k + 1) * of(QMF, 11 - k);
      }
      samples[2 * i] = saturated(odd >> 11);
      samples[2 * i + 1] = saturated(even >> 11);
    }
    return samples;
  }

  #lowBand(code: number): number {
    const band = this.#low;
    const sound = clamped(band.s + ((band.det * of(QM6, code)) >> 15), -16384, 16383);
    const coarse = code >> 2;
    const difference = (band.det * of(QM4, coarse)) >> 15;
    band.scale(of(WL, of(RL42, coarse)), 18432, 8);
    band.adapt(difference);
    return sound;
  }

  #highBand(code: number): number {
    const band = this.#high;
    const difference = (band.det * of(QM2, code)) >> 15;
    const sound = clamped(band.s + difference, -16384, 16383);
    band.scale(of(WH, of(RH2, code)), 22528, 10);
    band.adapt(difference);
    return sound;
  }
}
