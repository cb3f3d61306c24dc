import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { callMeasures, decodePcm, soundOf, SpeechMeter } from '#recordings';
import { type Agreement, measuresAgree, relay, trimmed } from './relay.rules.js';

interface Turn {
  speaker: 'agent' | 'customer';
  start: number;
  end: number;
}

/** Lays the turns of a recording again, with overlaps and long pauses, measures it as the product does, and compares with where they were laid. */
export async function measureRelaid(bytes: Buffer, turns: readonly Turn[], allowUnsandboxed: boolean) {
  const sound = soundOf(bytes);
  const { sampleRate, durationMs } = sound;
  const decode = async (channel: number): Promise<Int16Array> => {
    const pcm = decodePcm(
      { bytes: Readable.from([bytes]), format: sound, durationMs },
      { channel, sampleRate },
      { allowUnsandboxed },
    );
    const whole = await buffer(pcm.output);
    return new Int16Array(whole.buffer, whole.byteOffset, whole.length >> 1);
  };
  const channels = { customer: await decode(0), agent: await decode(1) };
  const spoken = turns.map(({ speaker, start, end }) => ({
    speaker,
    samples: trimmed(channels[speaker].subarray(start * sampleRate, end * sampleRate), sampleRate),
  }));
  const { samples, placed } = relay(spoken, sampleRate);
  const meter = new SpeechMeter(2, sampleRate);
  meter.add(samples);
  const measures = callMeasures({
    ...{ speech: meter.finish(), durationMs: (samples.length * 500) / sampleRate, agentChannel: 'right' },
    ...{ soundChecks: null, holdSpans: [], spoken: null },
  });
  return measuresAgree(placed, measures);
}

export function sumOfAgreements(all: readonly Agreement[]): Agreement {
  const add = (field: 'both' | 'missed' | 'invented'): number => all.reduce((sum, one) => sum + one[field], 0);
  return {
    both: add('both'),
    missed: add('missed'),
    invented: add('invented'),
    offMs: all.flatMap((one) => one.offMs),
  };
}
