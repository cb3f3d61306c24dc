import type { SpeechChunk } from '../../chunking/cut-chunks.js';

/** Quiet between two utterances that are sent as one piece: enough for a pause to be heard. */
const GAP_MS = 300;

interface Stretch {
  /** Milliseconds in what is sent. */
  atMs: number;
  lengthMs: number;
  /** Milliseconds in the recording. */
  fromMs: number;
}

/** A chunk as one piece of sound without its silences, and the way back to the recording's time. */
export interface JoinedChunk {
  samples: Int16Array;
  lengthMs: number;
  /** Milliseconds in the piece → milliseconds in the recording. What falls into a gap belongs to the utterance before it. */
  toRecording(ms: number): number;
}

export function joinChunk({ utterances }: SpeechChunk, sampleRate: number): JoinedChunk {
  const gap = Math.round((GAP_MS * sampleRate) / 1000);
  const length = utterances.reduce((sum, { samples }) => sum + samples.length + gap, 0) - gap;
  const joined = new Int16Array(Math.max(0, length));
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { samples, fromMs } of utterances) {
    joined.set(samples, at);
    const toMs = (count: number): number => Math.round((count * 1000) / sampleRate);
    stretches.push({ atMs: toMs(at), lengthMs: toMs(samples.length), fromMs });
    at += samples.length + gap;
  }
  const toRecording = (ms: number): number => {
    const within = stretches.findLast(({ atMs }) => atMs <= ms) ?? stretches[0];
    return within ? within.fromMs + Math.min(within.lengthMs, Math.max(0, ms - within.atMs)) : 0;
  };
  return { samples: joined, lengthMs: Math.round((joined.length * 1000) / sampleRate), toRecording };
}

/** A WAVE file, 16-bit PCM, one channel. */
export function monoWav(samples: Int16Array, sampleRate: number): Buffer<ArrayBuffer> {
  const wav = Buffer.alloc(44 + samples.byteLength);
  wav.write('RIFF');
  wav.writeUInt32LE(36 + samples.byteLength, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples.byteLength, 40);
  wav.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), 44);
  return wav;
}
