import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type InstalledModel, installedModels } from '../../models/installed-models.js';
import { type ModelKind, type ModelManifest } from '../../models/model-manifest.js';
import { type Constant, type Graph, type Node, onnxModel, type Tensor } from './onnx-writer.fixture.js';

/**
 * Models that understand tones: each word of a vocabulary has a pitch. They are no speech recognisers, but they are real models of the
 * families that sherpa-onnx knows, small enough to be written here, so that everything around a model can be run and looked at.
 */
export const TONE_WORDS = ['good', 'afternoon', 'i', 'lost', 'my', 'bank', 'card', 'this', 'morning'];
export const SAMPLE_RATE = 16_000;

const MELS = 80;
const BIN_STEP = 8;
/** Centre of a bin of sherpa-onnx's filter bank: 80 bins of equal width in mel from 20 to 7,600 Hz. */
const mel = (hz: number): number => 1127 * Math.log(1 + hz / 700);
const pitchOf = (place: number): number => {
  const bin = BIN_STEP * (place + 1);
  return 700 * (Math.exp((mel(20) + ((mel(7_600) - mel(20)) / (MELS + 1)) * (bin + 1)) / 1127) - 1);
};

export const TONE_PITCHES = TONE_WORDS.map((_, place) => pitchOf(place));

/** "Speaks" words of a vocabulary: 200 ms of each word's tone, 60 ms of quiet after it. s16le at 16 kHz. */
export function tones(words: readonly string[], vocabulary: readonly string[] = TONE_WORDS): Buffer {
  const [tone, gap] = [SAMPLE_RATE * 0.2, SAMPLE_RATE * 0.06];
  const pcm = Buffer.alloc(words.length * (tone + gap) * 2);
  for (const [index, word] of words.entries()) {
    const hz = pitchOf(vocabulary.indexOf(word));
    for (let at = 0; at < tone; at += 1) {
      const edge = Math.min(1, at / 160, (tone - at) / 160);
      pcm.writeInt16LE(
        Math.round(9_000 * edge * Math.sin((2 * Math.PI * hz * at) / SAMPLE_RATE)),
        (index * (tone + gap) + at) * 2,
      );
    }
  }
  return pcm;
}

/** Scores of each unit for a frame: its bin's energy; unit 0 (blank) wins where nothing sounds. `stride`: features of one frame. */
function scores(
  input: string,
  vocabulary: readonly Unit[],
  first: number,
  stride: number,
): { nodes: Node[]; constants: Constant[] } {
  const size = first + vocabulary.length;
  const [weights, bias] = [new Float32Array(stride * size), new Float32Array(size).fill(-100)];
  bias[0] = -2;
  for (const [index, { place, lean = 0 }] of vocabulary.entries()) {
    weights[BIN_STEP * (place + 1) * size + first + index] = 1;
    bias[first + index] = lean;
  }
  return {
    nodes: [
      { op: 'MatMul', inputs: [input, 'weights'], outputs: ['raw'] },
      { op: 'Add', inputs: ['raw', 'bias'], outputs: ['scores'] },
    ],
    constants: [
      { name: 'weights', type: 'float', dims: [stride, size], values: weights },
      { name: 'bias', type: 'float', dims: [size], values: bias },
    ],
  };
}

interface Unit {
  text: string;
  /** Which tone it is. */
  place: number;
  /** Preferred by this much where two units share a tone. */
  lean?: number;
}

const ints = (name: string, ...values: number[]): Constant => ({ name, type: 'int64', dims: [values.length], values });
const float = (name: string, ...dims: (number | string)[]): Tensor => ({ name, type: 'float', dims });
const int64 = (name: string, ...dims: (number | string)[]): Tensor => ({ name, type: 'int64', dims });

/** Every fourth frame, as the models that it stands for do. */
const FOURTH: Node[] = [
  { op: 'Slice', inputs: ['x', 'from', 'to', 'axis', 'step'], outputs: ['fourth'] },
  { op: 'Add', inputs: ['x_lens', 'three'], outputs: ['rounded'] },
  { op: 'Div', inputs: ['rounded', 'four'], outputs: ['lens'] },
];
const FOURTH_CONSTANTS = [
  ...[ints('from', 0), ints('to', 2 ** 31), ints('axis', 1), ints('step', 4)],
  ...[ints('three', 3), ints('four', 4)],
];

function ctc(units: readonly Unit[]): Graph {
  const { nodes, constants } = scores('fourth', units, 1, MELS);
  return {
    inputs: [float('x', 'N', 'T', MELS), int64('x_lens', 'N')],
    outputs: [float('log_probs', 'N', 'S', units.length + 1), int64('lens', 'N')],
    nodes: [...FOURTH, ...nodes, { op: 'LogSoftmax', inputs: ['scores'], outputs: ['log_probs'], ints: { axis: -1 } }],
    constants: [...constants, ...FOURTH_CONSTANTS],
    metadata: { model_type: 'zipformer2_ctc', vocab_size: units.length + 1, subsampling_factor: 4 },
  };
}

/** Seven frames in one, six frames apart; the first four units are language, feeling, event and style, as SenseVoice writes them. */
function senseVoice(units: readonly Unit[], language: number): Graph {
  const first = SENSE_VOICE_UNITS.length;
  const size = first + units.length;
  const { nodes, constants } = scores('x', units, first, MELS * 7);
  const prefix = new Float32Array(4 * size);
  for (const [row, unit] of [language, 3, 4, 5].entries()) prefix[row * size + unit] = 100;
  const one = (name: string): Tensor => ({ name, type: 'int32', dims: ['N'] });
  return {
    inputs: [float('x', 'N', 'T', MELS * 7), one('x_length'), one('language'), one('text_norm')],
    outputs: [float('logits', 'N', 'S', size)],
    nodes: [...nodes, { op: 'Concat', inputs: ['prefix', 'scores'], outputs: ['logits'], ints: { axis: 1 } }],
    constants: [...constants, { name: 'prefix', type: 'float', dims: [1, 4, size], values: prefix }],
    metadata: {
      ...{ model_type: 'sense_voice_ctc', vocab_size: size, normalize_samples: 1 },
      ...{ lfr_window_size: 7, lfr_window_shift: 6, with_itn: 14, without_itn: 15 },
      ...{ lang_auto: 0, lang_zh: 3, lang_en: 4, lang_yue: 7, lang_ja: 11, lang_ko: 12 },
      neg_mean: new Array(MELS * 7).fill('0').join(','),
      inv_stddev: new Array(MELS * 7).fill('1').join(','),
    },
  };
}
const SENSE_VOICE_UNITS = ['<blk>', '<|zh|>', '<|en|>', '<|NEUTRAL|>', '<|Speech|>', '<|withitn|>'];

/** Encoder, decoder and joiner. The decoder holds back units of the tone that was just said, so that a long tone is one word. */
function transducer(units: readonly Unit[]): Record<'encoder' | 'decoder' | 'joiner', Graph> {
  const size = units.length + 1;
  const { nodes, constants } = scores('fourth', units, 1, MELS);
  const held = new Float32Array(size * size);
  for (const [said, { place }] of units.entries())
    for (const [next, other] of units.entries()) if (other.place === place) held[(said + 1) * size + next + 1] = -1_000;
  return {
    encoder: {
      inputs: [float('x', 'N', 'T', MELS), int64('x_lens', 'N')],
      outputs: [float('scores', 'N', 'S', size), int64('lens', 'N')],
      nodes: [...FOURTH, ...nodes],
      constants: [...constants, ...FOURTH_CONSTANTS],
      metadata: { model_type: 'zipformer2' },
    },
    decoder: {
      inputs: [int64('y', 'N', 2)],
      outputs: [float('decoder_out', 'N', size)],
      nodes: [
        { op: 'Gather', inputs: ['y', 'last'], outputs: ['said'], ints: { axis: 1 } },
        { op: 'Gather', inputs: ['held', 'said'], outputs: ['decoder_out'], ints: { axis: 0 } },
      ],
      constants: [
        { name: 'last', type: 'int64', dims: [], values: [1] },
        { name: 'held', type: 'float', dims: [size, size], values: held },
      ],
      metadata: { vocab_size: size, context_size: 2 },
    },
    joiner: {
      inputs: [float('encoder_out', 'N', size), float('decoder_in', 'N', size)],
      outputs: [float('logit', 'N', size)],
      nodes: [{ op: 'Add', inputs: ['encoder_out', 'decoder_in'], outputs: ['logit'] }],
      constants: [],
      metadata: { joiner_dim: size },
    },
  };
}

/** Streams in windows of 32 frames; what a real model remembers between them is passed through. */
function streamingCtc(units: readonly Unit[]): Graph {
  const size = units.length + 1;
  const { nodes, constants } = scores('frames', units, 1, MELS);
  const blankLast = [...Array.from({ length: units.length }, (_, index) => index + 1), 0];
  return {
    inputs: [
      ...[float('audio_signal', 'N', MELS, 'T'), int64('length', 'N'), float('channel', 'N', 1, 1, 1)],
      ...[float('time', 'N', 1, 1, 1), int64('channel_len', 'N')],
    ],
    outputs: [
      ...[float('logprobs', 'N', 'S', size), int64('encoded', 'N'), float('channel_next', 'N', 1, 1, 1)],
      ...[float('time_next', 'N', 1, 1, 1), int64('channel_len_next', 'N')],
    ],
    nodes: [
      { op: 'Transpose', inputs: ['audio_signal'], outputs: ['x'], ints: { perm: [0, 2, 1] } },
      { op: 'Slice', inputs: ['x', 'from', 'to', 'axis', 'step'], outputs: ['frames'] },
      ...nodes,
      // NeMo's blank is the last unit.
      { op: 'Gather', inputs: ['scores', 'order'], outputs: ['ordered'], ints: { axis: 2 } },
      { op: 'LogSoftmax', inputs: ['ordered'], outputs: ['logprobs'], ints: { axis: -1 } },
      { op: 'Div', inputs: ['length', 'four'], outputs: ['encoded'] },
      { op: 'Identity', inputs: ['channel'], outputs: ['channel_next'] },
      { op: 'Identity', inputs: ['time'], outputs: ['time_next'] },
      { op: 'Identity', inputs: ['channel_len'], outputs: ['channel_len_next'] },
    ],
    constants: [...constants, ...FOURTH_CONSTANTS.filter(({ name }) => name !== 'three'), ints('order', ...blankLast)],
    metadata: {
      ...{ vocab_size: units.length, window_size: 32, chunk_shift: 32, subsampling_factor: 4, normalize_type: '' },
      ...{ cache_last_channel_dim1: 1, cache_last_channel_dim2: 1, cache_last_channel_dim3: 1 },
      ...{ cache_last_time_dim1: 1, cache_last_time_dim2: 1, cache_last_time_dim3: 1 },
    },
  };
}

export interface ToneModel {
  name?: string;
  kind: ModelKind;
  units?: readonly Unit[];
  languages?: string[];
  /** What a SenseVoice says that it heard. */
  hears?: 'zh' | 'en';
  modelingUnit?: ModelManifest['modelingUnit'];
}

const wordUnits = (): Unit[] => TONE_WORDS.map((word, place) => ({ text: `▁${word}`, place }));

/** Writes a tone model and its description into a models directory. */
export async function installToneModel(modelsDir: string, model: ToneModel): Promise<InstalledModel> {
  const { kind, name = `tones-${kind}`, units = wordUnits(), languages = ['en'], hears = 'en', modelingUnit } = model;
  const folder = join(modelsDir, name);
  await mkdir(folder, { recursive: true });
  const contents = filesOf(kind, units, hears);
  const files: ModelManifest['files'] = {};
  for (const [role, bytes] of Object.entries(contents)) {
    const path = role === 'tokens' ? 'tokens.txt' : `${role}.onnx`;
    await writeFile(join(folder, path), bytes);
    files[role] = { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  const manifest: ModelManifest = {
    ...({
      format: 'shouwen.model/1',
      name,
      kind,
      languages,
      sampleRate: SAMPLE_RATE,
      reliableFromHz: SAMPLE_RATE,
    } as const),
    ...({ licence: 'made by the test', source: 'test', archiveSha256: null, trust: 'local', files } as const),
    ...(modelingUnit && { modelingUnit }),
  };
  await writeFile(join(folder, 'model.json'), JSON.stringify(manifest));
  const installed = (await installedModels(modelsDir)).find((one) => one.name === name);
  if (!installed) throw new Error('the model is not there');
  return installed;
}

function filesOf(kind: ModelKind, units: readonly Unit[], hears: 'zh' | 'en'): Record<string, Buffer> {
  const tokens = (...before: string[]) =>
    Buffer.from([...before, ...units.map(({ text }) => text)].map((text, id) => `${text} ${id}\n`).join(''));
  switch (kind) {
    case 'zipformer-ctc':
      return { model: onnxModel(ctc(units)), tokens: tokens('<blk>') };
    case 'sense-voice':
      return { model: onnxModel(senseVoice(units, hears === 'zh' ? 1 : 2)), tokens: tokens(...SENSE_VOICE_UNITS) };
    case 'transducer': {
      const { encoder, decoder, joiner } = transducer(units);
      const files = { encoder: onnxModel(encoder), decoder: onnxModel(decoder), joiner: onnxModel(joiner) };
      return { ...files, tokens: tokens('<blk>') };
    }
    case 'streaming-nemo-ctc':
      return {
        model: onnxModel(streamingCtc(units)),
        tokens: Buffer.from([...units.map(({ text }) => text), '<blk>'].map((text, id) => `${text} ${id}\n`).join('')),
      };
    default:
      throw new Error(`there is no tone model of the kind ${kind}`);
  }
}
