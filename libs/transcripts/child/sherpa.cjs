'use strict';
/**
 * The only program that loads sherpa-onnx: a child process in a sandbox, with no network and no file but its models. Plain Node, because it
 * runs as it is, without the product around it.
 *
 * In: frames of u32le length, JSON, u32le length, bytes. First `open` (a recogniser) or `detect` (speech detection), then `hear` or `sound`
 * with s16le samples, then `end`. Out: a line of JSON for each answer. What the library prints goes to stderr, which is never quoted.
 */
const { writeFileSync, writeSync } = require('node:fs');

const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const TAIL_SECONDS = 0.6;
let sherpa;
let task;

const answer = (message) => {
  const line = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let at = 0; at < line.length;) at += writeSync(1, line, at);
};

const HANDLERS = {
  open({ library, streaming, config, hotwords }) {
    sherpa = require(library);
    if (hotwords) writeFileSync(hotwords.path, `${hotwords.lines.join('\n')}\n`);
    task = streaming ? streamingRecogniser(config) : recogniser(config);
    answer({ ready: sherpa.version });
  },
  hear({ sampleRate }, bytes) {
    answer(task.hear(samplesOf(bytes), sampleRate));
  },
  detect({ library, config, bufferSeconds }) {
    sherpa = require(library);
    task = speechDetector(config, bufferSeconds);
    answer({ ready: sherpa.version });
  },
  sound(_, bytes) {
    task.sound(samplesOf(bytes));
  },
  end() {
    task.end?.();
    answer({ ended: true });
    process.exit(0);
  },
};

function recogniser(config) {
  const engine = new sherpa.OfflineRecognizer(config);
  return {
    hear(samples, sampleRate) {
      const stream = engine.createStream();
      stream.acceptWaveform({ samples, sampleRate });
      engine.decode(stream);
      return { heard: engine.getResult(stream) };
    },
  };
}

function streamingRecogniser(config) {
  const engine = new sherpa.OnlineRecognizer(config);
  return {
    hear(samples, sampleRate) {
      const stream = engine.createStream();
      stream.acceptWaveform({ samples, sampleRate });
      // A streaming model looks ahead: without quiet after the end it keeps its last words to itself.
      stream.acceptWaveform({ samples: new Float32Array(sampleRate * TAIL_SECONDS), sampleRate });
      stream.inputFinished();
      while (engine.isReady(stream)) engine.decode(stream);
      return { heard: engine.getResult(stream) };
    },
  };
}

function speechDetector(config, bufferSeconds) {
  const detector = new sherpa.Vad(config, bufferSeconds);
  const window = config.sileroVad.windowSize;
  let rest = new Float32Array(0);
  const tell = () => {
    for (; !detector.isEmpty(); detector.pop()) {
      const { start, samples } = detector.front(false);
      answer({ from: start, to: start + samples.length });
    }
  };
  return {
    sound(samples) {
      const all = new Float32Array(rest.length + samples.length);
      all.set(rest);
      all.set(samples, rest.length);
      let at = 0;
      for (; at + window <= all.length; at += window) detector.acceptWaveform(all.slice(at, at + window));
      rest = all.slice(at);
      tell();
    },
    end() {
      if (rest.length > 0) {
        const last = new Float32Array(window);
        last.set(rest);
        detector.acceptWaveform(last);
      }
      detector.flush();
      tell();
    },
  };
}

function samplesOf(bytes) {
  const samples = new Float32Array(bytes.length >> 1);
  for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readInt16LE(at * 2) / 32768;
  return samples;
}

let waiting = Buffer.alloc(0);
process.stdin.on('data', (piece) => {
  waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
  for (let frame = take(); frame; frame = take()) HANDLERS[frame.head.do](frame.head, frame.bytes);
});
// The caller wants no more of it.
process.stdin.on('end', () => process.exit(0));

function take() {
  if (waiting.length < 4) return undefined;
  const headLength = waiting.readUInt32LE(0);
  if (waiting.length < 8 + headLength) return undefined;
  const length = waiting.readUInt32LE(4 + headLength);
  if (headLength + length > MAX_FRAME_BYTES) process.exit(65);
  const end = 8 + headLength + length;
  if (waiting.length < end) return undefined;
  const head = JSON.parse(waiting.toString('utf8', 4, 4 + headLength));
  const bytes = waiting.subarray(8 + headLength, end);
  waiting = waiting.subarray(end);
  return { head, bytes };
}
