import { elementsIn, type Element, unsignedOf } from './ebml.rules.js';
import { type OggBeginning, readOggBeginning } from './ogg-page.rules.js';
import { shapeProblem, type SoundProblem } from './sound-counter.js';

/** Names of Matroska (RFC 9559 §5.1) that describe a track. */
const TRACK = {
  entry: 0xae,
  number: 0xd7,
  type: 0x83,
  codec: 0x86,
  private: 0x63a2,
  encodings: 0x6d80,
} as const;
const PICTURES = 1;
const SOUND = 2;

/** The one track of sound. */
export interface WebmTrack extends OggBeginning {
  number: number;
}

/** Reads the description of the tracks: exactly one, of sound, in a coding that is taken; or why not. */
export function readWebmTracks(body: Buffer): WebmTrack | SoundProblem {
  const tracks = [...elementsIn(body)]
    .filter(({ id }) => id === TRACK.entry)
    .map((entry) => [...elementsIn(entry.body)]);
  const typeOf = (track: Element[]) => unsignedOf(bodyOf(track, TRACK.type));
  if (tracks.some((track) => typeOf(track) === PICTURES)) return { code: 'moving_pictures' };
  const [track, second] = tracks;
  if (!track || typeOf(track) !== SOUND) return { code: 'no_frames' };
  if (second) return { code: 'several_streams' };
  const codec = (bodyOf(track, TRACK.codec)?.toString('latin1') ?? '').split('\0', 1)[0]!.slice(0, 40);
  // Compressed or encrypted frames cannot be followed.
  if (bodyOf(track, TRACK.encodings)) return { code: 'unsupported_codec', name: `${codec} with content encoding` };
  if (codec !== 'A_OPUS' && codec !== 'A_VORBIS') return { code: 'unsupported_codec', name: codec };
  const found = readOggBeginning(firstHeader(codec, bodyOf(track, TRACK.private) ?? Buffer.alloc(0)));
  if (!('codec' in found)) return { code: 'no_frames' };
  const number = unsignedOf(bodyOf(track, TRACK.number));
  return shapeProblem(found.channels, found.sampleRate) ?? { ...found, number };
}

const bodyOf = (elements: readonly Element[], id: number): Buffer | undefined =>
  elements.find((element) => element.id === id)?.body;

/** Opus has one header there; Vorbis three behind their lengths, of which the first two are counted in bytes of up to 255. */
function firstHeader(codec: 'A_OPUS' | 'A_VORBIS', stored: Buffer): Buffer {
  if (codec === 'A_OPUS') return stored;
  const lengths: number[] = [];
  let at = 1;
  while (lengths.length < 2 && at < stored.length) {
    let length = 0;
    let part = 255;
    while (part === 255 && at < stored.length) length += part = stored[at++] as number;
    lengths.push(length);
  }
  return stored.subarray(at, at + (lengths[0] ?? 0));
}
