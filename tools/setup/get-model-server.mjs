/** A command of its own, so that it waits for its download beside the build: see `get-ready.mjs`. */
import { ensureModelServer } from './model-server.mjs';

ensureModelServer();
