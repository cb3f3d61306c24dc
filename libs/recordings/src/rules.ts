/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { MAX_RECORDING_MS, MAX_SEEKABLE_BYTES } from './audio/formats/coding.rules.js';
export { opusPacketSamples } from './audio/formats/opus-packet.rules.js';
export { CUSTODY, mayChangeCustody } from './custody/custody.rules.js';
export { bothCopiesDestroyed } from './keys/tombstone.rules.js';
export { callMeasures, type MeasuredRecording } from './measures/call-measures.rules.js';
export { SPEECH_DETECTOR, SpeechMeter, type SpeechOfChannels } from './measures/speech-meter.rules.js';
export { countSpoken, type SpokenCounts } from './measures/call-measures.rules.js';
export { isCovered, mergeSpans, silencePeaks, type SpanMs } from './masking/silence.rules.js';
export { recordingsRefusals } from './refusals.js';
