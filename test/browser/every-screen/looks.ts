import { type Language } from '#contracts';

export interface Size {
  width: number;
  height: number;
}

/** How a person has the screen: in a language, by day or by night. */
export interface Manner {
  language: Language;
  theme: 'light' | 'dark';
}

/** From the narrowest telephone to a wide desk; 640 is a laptop's 1280 magnified to 200 %. */
export const SIZES: readonly Size[] = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 640, height: 400 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const sized = (...widths: number[]): Size[] => SIZES.filter(({ width }) => widths.includes(width));

export interface Look extends Manner {
  sizes: readonly Size[];
  /** At which widths axe looks too: it takes most of the time. */
  axeAt: readonly number[];
}

/** Each language, each theme, the smallest and a middle size. */
export const COVERING: readonly Look[] = [
  { language: 'zh', theme: 'light', sizes: sized(1280), axeAt: [1280] },
  { language: 'en', theme: 'dark', sizes: sized(320), axeAt: [320] },
];

/** Everything with everything. */
export const WHOLE: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme, sizes: SIZES, axeAt: [320, 1280] })),
);
