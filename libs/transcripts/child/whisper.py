"""
The only program that loads Whisper: a child process in a sandbox, with no network and no file but its model and packages. It stays for many
calls, because loading takes seconds; nothing that it hears is kept from one request to the next (see `hear`).

In: frames of u32le length, JSON, u32le length, bytes (s16le mono samples at 16 kHz). `open` first; then `speech` (how likely there is speech, for
each 32 ms), `language` (how likely a piece is in each of some languages), `hear` (words) and `forget` (questions that are no longer waited for). Out: a
line of JSON for each answer, with the `id` of its question; answers may overtake each other. Questions of a call that goes on now say `now`:
they go before those of recordings, and one thread is theirs alone, so that they never wait for a recording's piece to end.
What the libraries print goes to stderr, which is never quoted: it may hold words. Plain Python, because that is where Whisper runs well.
"""

import json
import os
import struct
import sys
import threading
import zlib
from collections import deque

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"

import numpy as np

RATE = 16_000
MAX_FRAME_BYTES = 64 * 1024 * 1024
WINDOW = 512  # samples of one answer of the speech detector
CONTEXT = 64
# Quieter than -50 dBFS (root mean square) is a line on which nothing sounds.
QUIET = 10 ** (-50 / 20)
# After so many quiet windows (0.5 s) the detector starts again; it hears as many of them before what sounds next.
LEAD = 16
# Whisper writes about 8 tokens for a second of fast Mandarin: twice that is a loop.
TOKENS_PER_SECOND = 16
TOKENS_AT_LEAST = 24
# Whisper's text window is 448 tokens, of which expected words may take half.
MOST_TOKENS = 220
# A text that shrinks this well repeats itself (openai/whisper, transcribe.py: compression_ratio_threshold).
REPEATS_ITSELF = 2.4
# In a second attempt at such a text no run of so many tokens may come twice.
NO_REPEAT = 5

# Where every word is surer than this there is no name to mend.
MENDS_BELOW = 0.5
# Of all that Whisper thinks of a piece's language, so much must lie on the two that are asked for: otherwise it is neither.
ONE_OF_THESE = 0.5

answering = threading.Lock()


def answer(message):
    line = json.dumps(message, ensure_ascii=False, separators=(",", ":")) + "\n"
    with answering:
        sys.stdout.buffer.write(line.encode())
        sys.stdout.buffer.flush()


def samples_of(data):
    return np.frombuffer(data, dtype="<i2").astype(np.float32) / 32768


class SpeechStream:
    """What the detector remembers of one stream between its pieces."""

    def __init__(self):
        self.rest = np.zeros(0, np.float32)
        self.quiet = np.zeros((0, WINDOW), np.float32)
        self.forget()

    def forget(self):
        self.h = np.zeros((1, 1, 128), np.float32)
        self.c = np.zeros((1, 1, 128), np.float32)
        self.context = np.zeros(CONTEXT, np.float32)


class SpeechDetector:
    """
    Silero's detector, a piece at a time: what it remembers of a stream is kept under the stream's name until its end. Through a long silence
    its memory drifts until it takes people for silence too, so it is forgotten there, and silence is not asked about at all.
    """

    def __init__(self):
        import onnxruntime
        from faster_whisper.vad import get_vad_model

        onnxruntime.disable_telemetry_events()
        self.session = get_vad_model().session
        self.streams = {}

    def likelihoods(self, name, samples, end):
        stream = self.streams.pop(name, None) or SpeechStream()
        sound = np.concatenate([stream.rest, samples])
        if end and len(sound) % WINDOW:
            sound = np.concatenate([sound, np.zeros(WINDOW - len(sound) % WINDOW, np.float32)])
        count = len(sound) // WINDOW
        windows = sound[: count * WINDOW].reshape(-1, WINDOW)
        found = [one for part in runs_of(windows) for one in self.run(stream, *part)]
        if not end:
            stream.rest = sound[count * WINDOW :].copy()
            self.streams[name] = stream
        return [int(round(float(one) * 100)) for one in found]

    def run(self, stream, windows, quiet):
        if quiet:
            kept = np.concatenate([stream.quiet, windows])
            asked, skipped = max(0, min(LEAD - len(stream.quiet), len(windows))), len(windows)
            stream.quiet = kept[-LEAD:]
            return list(self.ask(stream, windows[:asked])) + [0.0] * (skipped - asked)
        lead = stream.quiet if len(stream.quiet) == LEAD else stream.quiet[:0]
        if len(lead):
            stream.forget()
        stream.quiet = stream.quiet[:0]
        return list(self.ask(stream, np.concatenate([lead, windows])))[len(lead) :]

    def ask(self, stream, windows):
        if not len(windows):
            return []
        before = np.concatenate([stream.context[None], windows[:-1, -CONTEXT:]])
        given = {"input": np.concatenate([before, windows], 1), "h": stream.h, "c": stream.c}
        found, stream.h, stream.c = self.session.run(None, given)
        stream.context = windows[-1, -CONTEXT:].copy()
        return np.ravel(found)


def runs_of(windows):
    """Windows as runs that are quiet throughout or nowhere."""
    if not len(windows):
        return []
    quiet = np.sqrt(np.mean(windows**2, axis=1)) < QUIET
    cuts = np.flatnonzero(np.diff(quiet)) + 1
    return [(part, bool(quiet[at])) for part, at in zip(np.split(windows, cuts), [0, *cuts])]


class Recogniser:
    """Loads its model when there is something to hear: the same child may be wanted for its speech detector only."""

    def __init__(self, model, threads, workers):
        self.given = (model, threads, workers)
        self.loading = threading.Lock()
        self.model = None

    def load(self, model, threads, workers):
        from faster_whisper import WhisperModel

        kept = self.kept = threading.local()

        class Model(WhisperModel):
            """Encoding is most of the work: what was just encoded in this thread is not encoded again for a second attempt."""

            def encode(self, features):
                last = getattr(kept, "last", None)
                if last is None or not np.array_equal(last[0], features):
                    last = kept.last = (features.copy(), super().encode(features))
                return last[1]

        return Model(model, device="cpu", compute_type="int8", cpu_threads=threads, num_workers=workers)

    def hear(self, samples, head):
        """Words of one piece. A request stands alone: no text of an earlier one conditions it, and nothing of it is kept."""
        self.ready()
        language, hotwords = head["language"], head.get("hotwords")
        try:
            told = self.likely(samples) if head.get("check") else {}
            # In a call that mixes languages each piece is heard in its own; words to expect are in the call's.
            other, share = head.get("other"), head.get("otherFrom", 1)
            both = told.get(language, 0) + told.get(other, 0)
            if other and both >= ONE_OF_THESE and told.get(other, 0) >= share * both:
                language, hotwords = other, head.get("otherHotwords")
            segments, cut = self.attempt(samples, language, None, 0)
            # Little speech sounds like many a language: the words must then be sure, or it is in the call's after all.
            if language != head["language"] and sureness_of(segments) < head.get("otherSureness", 0):
                language, hotwords, told = head["language"], head.get("hotwords"), {}
                segments, cut = self.attempt(samples, language, None, 0)
            if cut or any(one.compression_ratio > REPEATS_ITSELF for one in segments):
                segments, cut = self.attempt(samples, language, None, NO_REPEAT)
                # It still goes round in circles: what it wrote is not what was said, and the reader is told.
                cut = cut or compression_of("".join(one.text for one in segments)) > REPEATS_ITSELF
            heard = {"segments": [described(one) for one in segments], "cut": cut, "heardIn": language}
            # Expected words mend names, and make Whisper leave sentences out or write others: the text with them is told beside the rest.
            if hotwords and not cut and any(w.probability < MENDS_BELOW for one in segments for w in one.words or []):
                primed, cut = self.attempt(samples, language, hotwords, 0)
                if not cut:
                    heard["primed"] = [described(one) for one in primed]
            if told:
                likeliest = max(told, key=told.get)
                heard["language"], heard["languageProbability"] = likeliest, round(told[likeliest], 3)
            return heard
        finally:
            self.kept.__dict__.clear()

    def ready(self):
        with self.loading:
            self.model = self.model or self.load(*self.given)

    def likely(self, samples):
        """
        How likely a piece is in each language that Whisper knows, by its first half minute. Without the frame at its end, which
        `transcribe` leaves out too: what is encoded for this is then what the words are read from.
        """
        extract = self.model.feature_extractor
        frames = extract(samples[: extract.n_samples])[..., :-1]
        return {language: float(share) for language, share in self.model.detect_language(features=frames)[2]}

    def languages(self, samples, languages):
        self.ready()
        try:
            told = self.likely(samples)
            return {language: round(told.get(language, 0), 3) for language in languages}
        finally:
            self.kept.__dict__.clear()

    def attempt(self, samples, language, hotwords, no_repeat):
        """One pass without temperature fallbacks: they are what makes Whisper slow and different each time."""
        most = int(TOKENS_AT_LEAST + len(samples) / RATE * TOKENS_PER_SECOND)
        wanted = min(MOST_TOKENS, most)
        found, _ = self.model.transcribe(
            samples,
            language=language,
            beam_size=5,
            temperature=0.0,
            compression_ratio_threshold=None,
            log_prob_threshold=None,
            no_speech_threshold=None,
            condition_on_previous_text=False,
            word_timestamps=True,
            no_repeat_ngram_size=no_repeat,
            max_new_tokens=wanted,
            hotwords=hotwords,
            vad_filter=False,
        )
        segments, tokens = [], 0
        # CTranslate2 ends a window at half of what it is given, its prompt of three tokens included. What fills a window without an end of its
        # own was cut there: a loop has no times within.
        full = (3 + wanted) // 2 - 1
        # Whisper hears a piece in windows, as many as it likes: together they may write no more than one.
        for segment in found:
            segments.append(segment)
            tokens += len(segment.tokens)
            if tokens >= most or len(segment.tokens) >= full:
                return segments, True
        return segments, False


def sureness_of(segments):
    words = [w.probability for one in segments for w in one.words or []]
    return sum(words) / len(words) if words else 0


def compression_of(text):
    data = text.encode()
    return len(data) / len(zlib.compress(data))


def described(segment):
    return {
        "text": segment.text,
        "start": round(segment.start, 3),
        "end": round(segment.end, 3),
        "logProbability": round(float(segment.avg_logprob), 3),
        "noSpeech": round(float(segment.no_speech_prob), 3),
        "words": [
            {"word": w.word, "start": round(float(w.start), 3), "end": round(float(w.end), 3), "probability": round(float(w.probability), 3)}
            for w in segment.words or []
        ],
    }


class Queue:
    """What is to be done, for threads that take it: calls that go on now before recordings."""

    def __init__(self):
        self.waits = threading.Condition()
        self.now, self.later = deque(), deque()

    def put(self, head, work):
        with self.waits:
            (self.now if head.get("now") else self.later).append((head["id"], work))
            self.waits.notify_all()

    def take(self, only_now):
        with self.waits:
            while True:
                if self.now:
                    return self.now.popleft()[1]
                if self.later and not only_now:
                    return self.later.popleft()[1]
                self.waits.wait()

    def forget(self, ids):
        with self.waits:
            for waiting in (self.now, self.later):
                kept = [one for one in waiting if one[0] not in ids]
                waiting.clear()
                waiting.extend(kept)


def start(queue, workers):
    def work(only_now):
        while True:
            queue.take(only_now)()

    for only_now in [False] * workers + [True]:
        threading.Thread(target=work, args=(only_now,), daemon=True).start()


def main():
    detector = recogniser = None
    queue = Queue()
    while True:
        head, data = next_frame()
        if head is None:
            break
        if head["do"] == "open":
            detector = SpeechDetector()
            if head.get("model"):
                recogniser = Recogniser(head["model"], head["threads"], head["workers"] + 1)
            start(queue, head["workers"])
            answer({"id": head["id"], "ready": True})
        elif head["do"] == "speech":
            found = detector.likelihoods(head["stream"], samples_of(data), head["end"])
            answer({"id": head["id"], "speech": found})
        elif head["do"] == "hear":
            samples = samples_of(data)
            queue.put(head, lambda head=head, samples=samples: tell(head, "heard", lambda: recogniser.hear(samples, head)))
        elif head["do"] == "language":
            samples = samples_of(data)
            queue.put(head, lambda head=head, samples=samples: tell(head, "languages", lambda: recogniser.languages(samples, head["among"])))
        elif head["do"] == "forget":
            queue.forget(set(head["ids"]))
    # The parent wants no more: what is still being heard is not needed.
    os._exit(0)


def tell(head, name, work):
    try:
        answer({"id": head["id"], name: work()})
    except Exception as problem:  # Its message may quote words; its kind does not.
        answer({"id": head["id"], "problem": type(problem).__name__})


def next_frame():
    head = sys.stdin.buffer.read(4)
    if len(head) < 4:
        return None, None
    length = struct.unpack("<I", head)[0]
    if length > MAX_FRAME_BYTES:
        sys.exit(65)
    told = json.loads(sys.stdin.buffer.read(length))
    length = struct.unpack("<I", sys.stdin.buffer.read(4))[0]
    if length > MAX_FRAME_BYTES:
        sys.exit(65)
    return told, sys.stdin.buffer.read(length)


if __name__ == "__main__":
    main()
