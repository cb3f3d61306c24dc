import { join } from 'node:path';
import { isStreaming, type ModelManifest } from '../../models/model-manifest.js';
import type { Language } from '#contracts';

export interface SherpaOpening {
  do: 'open';
  library: string;
  streaming: boolean;
  /** As sherpa-onnx-node takes it: `OfflineRecognizerConfig` or `OnlineRecognizerConfig` of its types.js. */
  config: object;
  hotwords?: { path: string; lines: readonly string[] };
}

interface Wanted {
  manifest: ModelManifest;
  /** Absolute folder with its files. */
  folder: string;
  library: string;
  threads: number;
  language: Language;
  hotwords: readonly string[];
}

/** In the sandbox's own folder in memory. */
const HOTWORDS_FILE = 'hotwords.txt';
const HOTWORDS_SCORE = 1.5;

/** Whether a model can be told words to expect: transducers whose units are known. */
export const takesHotwords = ({ kind, modelingUnit }: ModelManifest): boolean =>
  kind.endsWith('transducer') && modelingUnit !== undefined;

/** What the child is told to load. */
export function openingOf({ manifest, folder, library, threads, language, hotwords }: Wanted): SherpaOpening {
  const path = (role: string): string => join(folder, manifest.files[role]?.path ?? '');
  const biased = takesHotwords(manifest) && hotwords.length > 0;
  const modelConfig = {
    ...modelOf(manifest, path, language),
    tokens: path('tokens'),
    numThreads: threads,
    provider: 'cpu',
    debug: 0,
    ...(biased && {
      modelingUnit: manifest.modelingUnit,
      ...(manifest.files['bpeVocab'] && { bpeVocab: path('bpeVocab') }),
    }),
  };
  const config = {
    featConfig: { sampleRate: manifest.sampleRate, featureDim: 80 },
    modelConfig,
    decodingMethod: biased ? 'modified_beam_search' : 'greedy_search',
    ...(biased && { hotwordsFile: HOTWORDS_FILE, hotwordsScore: HOTWORDS_SCORE }),
  };
  return {
    do: 'open',
    library,
    streaming: isStreaming(manifest.kind),
    config,
    ...(biased && { hotwords: { path: HOTWORDS_FILE, lines: hotwords } }),
  };
}

function modelOf(manifest: ModelManifest, path: (role: string) => string, language: Language): object {
  switch (manifest.kind) {
    case 'sense-voice':
      // Left to find the language itself, so that a call in another language than was said is noticed.
      return { senseVoice: { model: path('model'), language: 'auto', useInverseTextNormalization: 1 } };
    case 'paraformer':
      return { paraformer: { model: path('model') } };
    case 'whisper':
      return { whisper: { encoder: path('encoder'), decoder: path('decoder'), language, task: 'transcribe' } };
    case 'zipformer-ctc':
      return { zipformerCtc: { model: path('model') } };
    case 'transducer':
    case 'streaming-transducer':
      return { transducer: { encoder: path('encoder'), decoder: path('decoder'), joiner: path('joiner') } };
    case 'streaming-paraformer':
      return { paraformer: { encoder: path('encoder'), decoder: path('decoder') } };
    case 'streaming-zipformer-ctc':
      return { zipformer2Ctc: { model: path('model') } };
    case 'streaming-nemo-ctc':
      return { nemoCtc: { model: path('model') } };
    case 'faster-whisper':
      throw new Error('another engine runs it');
    case 'silero-vad':
      throw new Error('a speech detector is no recogniser');
  }
}
