import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasRecogniser, TEST_MODELS } from '../../../../../test/support/recogniser.js';

const CHILD = join(import.meta.dirname, '../../../child');
const SAMPLE = join(import.meta.dirname, '../../../../../tools/samples/sound/en-no-greeting.opus');

/** Hears the first seconds of a sample, and says how often Whisper's encoder ran for it and in which language it sounded. */
const COUNT = `
import subprocess, sys
folder, model, sample = sys.argv[1:]
sys.path.insert(0, folder)
import faster_whisper
import whisper

encoded = []
encode = faster_whisper.WhisperModel.encode
faster_whisper.WhisperModel.encode = lambda self, features: encoded.append(features) or encode(self, features)
decoded = subprocess.run(["ffmpeg", "-v", "error", "-i", sample, "-af", "pan=mono|c0=c0", "-t", "4", "-ar", "16000", "-f", "s16le", "-"], capture_output=True)
asked = {"language": "en", "check": True, "other": "zh", "otherFrom": 0.5, "hotwords": "Green Valley Bank"}
heard = whisper.Recogniser(model, 1, 1).hear(whisper.samples_of(decoded.stdout), asked)
print(len(encoded), heard["language"], heard["segments"][0]["text"].strip())
`;

(hasRecogniser() ? it : it.skip)(
  'a piece whose language is told by its sound, and which is heard in it, is encoded once',
  async () => {
    const python = join(TEST_MODELS, '.python/bin/python');
    const given = [CHILD, join(TEST_MODELS, 'whisper-base'), SAMPLE];
    const { stdout } = await promisify(execFile)(python, ['-B', '-c', COUNT, ...given]);
    expect(stdout.trim()).toBe('1 en Yes, what is it?');
  },
);
