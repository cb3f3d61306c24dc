import type { Language } from '#contracts';
import type { SampleCall, SampleLine } from './sample-call.js';

/** One of Kokoro's voices: f and m are women's and men's, a is American English and z Mandarin. */
export interface SampleVoice {
  style: `${'a' | 'z'}${'f' | 'm'}_${string}`;
  /** Above 1 it speaks faster. */
  speed: number;
}

/** One person answers all calls of a language. */
const AGENTS: Readonly<Record<Language, SampleVoice>> = {
  zh: { style: 'zf_xiaoxiao', speed: 0.95 },
  en: { style: 'am_michael', speed: 1 },
};

/** A caller sounds like no other caller, and never like the agent. */
const CUSTOMERS: Readonly<Record<string, SampleVoice>> = {
  'en-model': { style: 'af_heart', speed: 1 },
  'en-no-greeting': { style: 'am_fenrir', speed: 1.05 },
  'en-deflection': { style: 'af_bella', speed: 1 },
  'en-fifth-ring': { style: 'am_puck', speed: 1 },
  'zh-model': { style: 'zf_xiaoyi', speed: 0.92 },
  'zh-no-greeting': { style: 'zm_yunjian', speed: 0.92 },
  'zh-deflection': { style: 'zf_xiaobei', speed: 0.9 },
  'zh-declined': { style: 'zm_yunxi', speed: 0.95 },
};

/** Who speaks for whom in a sample call. */
export function voicesOf({ id, language }: SampleCall): Record<SampleLine['speaker'], SampleVoice> {
  const customer = CUSTOMERS[id];
  if (!customer) throw new Error(`no voice is named for the customer of ${id}`);
  return { agent: AGENTS[language], customer };
}
