"""
Tells two people on one channel apart: a child process in a sandbox, with no network and no file but its packages; one recording, and it ends.

In: u32le length, JSON {"breaths": [[fromMs, toMs], …]}, and to the end s16le mono samples at 16 kHz. Out: a line of JSON,
{"who": [0 or 1 for each breath; 0 is the one heard first], "gap", "share"}: by how many standard deviations two voices fit the breaths
better than they fit one voice (negative: two are better), and what share of the time is the second one's.

The encoder is Resemblyzer's (GE2E, three LSTM layers; Apache-2.0). Its weights are a pickle of PyTorch, which is read here without PyTorch by
a reader that makes nothing but numbers.
"""

import hashlib
import io
import json
import os
import pickle
import struct
import sys

# Before NumPy is loaded, or it takes every processor.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = sys.argv[1] if len(sys.argv) > 1 else "1"

import numpy as np  # noqa: E402

RATE = 16_000
MOST_HEAD_BYTES = 16 * 1024 * 1024
HOP, FFT, MELS = 160, 400, 40
WINDOW_FRAMES, STEP_FRAMES = 120, 20
BATCH = 256
# More breaths are not grouped.
MOST_GROUPED = 400
# Fewer breaths tell nothing.
FEWEST = 6
# Clouds that are drawn, and how many of the longest axes they have.
CLOUDS, MOST_AXES = 100, 20
# A voice is as loud as the encoder was trained on.
LOUDNESS = 10 ** (-30 / 20)
MAGIC = 0x1950A86A20F9469CFC6C
# Of the weights, resemblyzer/pretrained.pt.
SUM = "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e"


class Numbers(pickle.Unpickler):
    """Reads a pickle of tensors and plain values; anything else in it is refused."""

    def __init__(self, file, storages):
        super().__init__(file)
        self.storages = storages

    def persistent_load(self, token):
        kind, _, key, _, size = token[:5]
        if kind != "storage":
            raise pickle.UnpicklingError("not a storage")
        return self.storages.setdefault(key, np.zeros(size, np.float32))

    def find_class(self, module, name):
        known = {
            ("collections", "OrderedDict"): Plain,
            ("torch._utils", "_rebuild_tensor_v2"): tensor,
            ("torch", "FloatStorage"): "float",
        }
        if (module, name) not in known:
            raise pickle.UnpicklingError(f"{module}.{name} is not wanted here")
        return known[module, name]


class Plain(dict):
    """A dictionary that may be told of its attributes, as PyTorch tells its own."""


def tensor(storage, offset, size, stride, *_):
    return np.lib.stride_tricks.as_strided(storage[offset:], size, [4 * one for one in stride])


def weights_of(path):
    """The weights in a file as torch.save wrote them before 1.6: pickles, then the numbers of each storage."""
    with open(path, "rb") as file:
        content = file.read()
    if hashlib.sha256(content).hexdigest() != SUM:
        raise ValueError("not the weights that were published")
    data = io.BytesIO(content)
    storages = {}
    if Numbers(data, storages).load() != MAGIC:
        raise ValueError("not a file of PyTorch")
    for _ in range(2):
        Numbers(data, storages).load()
    state = Numbers(data, storages).load()["model_state"]
    for key in Numbers(data, storages).load():
        (count,) = struct.unpack("<q", data.read(8))
        storages[key][:] = np.frombuffer(data.read(4 * count), "<f4")
    return {name: np.ascontiguousarray(value) for name, value in state.items()}


class Encoder:
    def __init__(self, path):
        weights = weights_of(path)
        self.layers = [
            tuple(
                np.ascontiguousarray(weights[f"lstm.{name}_l{layer}"].T)
                for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
            )
            for layer in range(3)
        ]
        self.linear = weights["linear.weight"].T, weights["linear.bias"]
        self.filters = mel_filters()

    def batch(self, x):
        """A vector of length 1 for each window of (frames, mels)."""
        x = np.ascontiguousarray(x.transpose(1, 0, 2))
        for from_input, from_state, bias, more_bias in self.layers:
            gates = x.reshape(-1, x.shape[2]) @ from_input + (bias + more_bias)
            gates = gates.reshape(len(x), x.shape[1], -1)
            hidden = cell = np.zeros((x.shape[1], 256), np.float32)
            out = np.empty((len(x), x.shape[1], 256), np.float32)
            for at, given in enumerate(gates):
                i, f, g, o = np.split(given + hidden @ from_state, 4, 1)
                cell = sigmoid(f) * cell + sigmoid(i) * np.tanh(g)
                hidden = sigmoid(o) * np.tanh(cell)
                out[at] = hidden
            x = out
        return unit(np.maximum(x[-1] @ self.linear[0] + self.linear[1], 0))

    def mel(self, samples):
        """As librosa's melspectrogram makes it: powers, not their logarithms."""
        padded = np.pad(samples, FFT // 2)
        count = 1 + (len(padded) - FFT) // HOP
        frames = np.lib.stride_tricks.as_strided(padded, (count, FFT), (HOP * padded.itemsize, padded.itemsize))
        hann = np.hanning(FFT + 1)[:-1].astype(np.float32)
        return np.concatenate(
            [
                ((np.abs(np.fft.rfft(frames[at : at + 4096] * hann)) ** 2) @ self.filters).astype(np.float32)
                for at in range(0, count, 4096)
            ]
        )


def sigmoid(x):
    return 0.5 + 0.5 * np.tanh(0.5 * x)


def mel_filters():
    """Triangles on Slaney's mel scale, each of the same area."""
    step, corner, log = 200 / 3, 1000.0, np.log(6.4) / 27
    top = corner / step + np.log(RATE / 2 / corner) / log
    mels = np.linspace(0, top, MELS + 2)
    hertz = np.where(mels < corner / step, mels * step, corner * np.exp(log * (mels - corner / step)))
    bins = np.fft.rfftfreq(FFT, 1 / RATE)
    ramps = hertz[:, None] - bins[None]
    width = np.diff(hertz)
    triangles = np.maximum(0, np.minimum(-ramps[:-2] / width[:-1, None], ramps[2:] / width[1:, None]))
    return (triangles * (2 / (hertz[2:] - hertz[:-2]))[:, None]).T.astype(np.float32)


def breath_voices(encoder, samples, breaths):
    """A voice for each breath: the mean of the windows within it, or of the one around its middle where it is short."""
    mel = encoder.mel(normalised(samples, breaths))
    # A window is as long where a breath at either end of the recording is shorter.
    mel = np.pad(mel, ((WINDOW_FRAMES, WINDOW_FRAMES), (0, 0)))
    starts, owners = [], []
    for owner, (start, end) in enumerate(breaths):
        first, last = int(start / 10), int(end / 10) - WINDOW_FRAMES
        inside = list(range(first, last + 1, STEP_FRAMES)) or [(first + last) // 2]
        starts += [min(max(at + WINDOW_FRAMES, 0), len(mel) - WINDOW_FRAMES) for at in inside]
        owners += [owner] * len(inside)
    vectors = np.concatenate(
        [
            encoder.batch(np.stack([mel[one : one + WINDOW_FRAMES] for one in starts[at : at + BATCH]]))
            for at in range(0, len(starts), BATCH)
        ]
    )
    sums = np.zeros((len(breaths), vectors.shape[1]), np.float32)
    np.add.at(sums, owners, vectors)
    return unit(sums)


def unit(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-6)


def two_groups(voices, lengths):
    """Joins the two groups that are most alike until two are left (Ward, on the sphere); then each goes to the nearer, until none moves."""
    groups = [[at] for at in range(len(voices))]
    sums = list(voices * lengths[:, None])
    while len(groups) > 2:
        weights = np.linalg.norm(sums, axis=1)
        centres = np.stack(sums) / weights[:, None]
        cost = (1 - centres @ centres.T) * (weights[:, None] * weights / (weights[:, None] + weights))
        np.fill_diagonal(cost, np.inf)
        one, other = sorted(np.unravel_index(np.argmin(cost), cost.shape))
        groups[one] += groups.pop(other)
        sums[one] = sums[one] + sums.pop(other)
    second = np.zeros(len(voices), bool)
    second[groups[1]] = True
    for _ in range(10):
        near = voices @ centres_of(voices, lengths, second).T
        moved = near[:, 1] > near[:, 0]
        if moved.all() or not moved.any() or (moved == second).all():
            break
        second = moved
    return second


def centres_of(voices, lengths, second):
    weighted = voices * lengths[:, None]
    return unit(np.stack([weighted[~second].sum(0), weighted[second].sum(0)]))


def tell_apart(encoder, samples, breaths):
    if len(breaths) < FEWEST:
        return {"who": [0] * len(breaths), "gap": 0, "share": 0}
    voices = breath_voices(encoder, samples, breaths)
    lengths = np.maximum(np.array([end - start for start, end in breaths], np.float32), 1)
    # Each step of joining looks at every pair: of an hour's breaths the longest are grouped, and the others go to the nearer group.
    longest = np.sort(np.argsort(-lengths, kind="stable")[:MOST_GROUPED])
    second = two_groups(voices[longest], lengths[longest])
    near = voices @ centres_of(voices[longest], lengths[longest], second).T
    second = near[:, 1] > near[:, 0]
    if second[0]:
        second = ~second
    share = float(lengths[second].sum() / lengths.sum())
    gap = gap_of_two(voices[longest], lengths[longest])
    return {"who": [int(one) for one in second], "gap": round(gap, 3), "share": round(share, 3)}


def gap_of_two(voices, lengths):
    """
    Whether two groups fit better than they would fit one cloud of the same shape (SigClust: Liu, Hayes, Nobel, Marron 2008): what is left of
    the scatter within two groups, against that of clouds drawn at random, which always come out the same.
    """
    weights = np.minimum(lengths / lengths.mean(), 3)
    centred = voices - (weights[:, None] * voices).sum(0) / weights.sum()
    _, spread, axes = np.linalg.svd(centred * np.sqrt(weights)[:, None], full_matrices=False)
    kept = min(len(voices) - 1, MOST_AXES)
    spread = spread[:kept] / np.sqrt(len(voices))
    found = left_within_two(centred @ axes[:kept].T, weights)
    random = np.random.default_rng(1)
    drawn = [
        left_within_two(random.normal(size=(len(voices), kept)) * spread / np.sqrt(weights)[:, None], weights)
        for _ in range(CLOUDS)
    ]
    return float((found - np.mean(drawn)) / max(np.std(drawn), 1e-6))


def left_within_two(points, weights):
    """The share of the scatter that is within two groups (2-means, from the longest axis)."""
    centred = points - (weights[:, None] * points).sum(0) / weights.sum()
    axis = np.linalg.svd(centred * np.sqrt(weights)[:, None], full_matrices=False)[2][0]
    second = centred @ axis > 0
    for _ in range(15):
        if second.all() or not second.any():
            return 1.0
        centres = [(weights[one, None] * centred[one]).sum(0) / weights[one].sum() for one in (~second, second)]
        away = [((centred - centre) ** 2).sum(1) for centre in centres]
        moved = away[1] < away[0]
        if (moved == second).all():
            break
        second = moved
    return float((weights * np.where(second, away[1], away[0])).sum() / (weights[:, None] * centred**2).sum())


def normalised(samples, speech):
    spoken = np.concatenate([samples[int(start * RATE / 1000) : int(end * RATE / 1000)] for start, end in speech])
    loudness = float(np.sqrt(np.mean(spoken**2))) if len(spoken) else 0
    return samples * (LOUDNESS / loudness) if 0 < loudness < LOUDNESS else samples


def main():
    (length,) = struct.unpack("<I", sys.stdin.buffer.read(4))
    if length > MOST_HEAD_BYTES:
        sys.exit(65)
    told = json.loads(sys.stdin.buffer.read(length))
    sound = sys.stdin.buffer.read()
    samples = np.frombuffer(sound[: len(sound) & ~1], "<i2").astype(np.float32) / 32768
    found = [folder for folder in sys.path if os.path.exists(os.path.join(folder, "resemblyzer/pretrained.pt"))]
    if not found:
        sys.exit(66)
    encoder = Encoder(os.path.join(found[0], "resemblyzer/pretrained.pt"))
    print(json.dumps(tell_apart(encoder, samples, told["breaths"]), separators=(",", ":")))


if __name__ == "__main__":
    main()
