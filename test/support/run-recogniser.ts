import { hasRecogniser } from './recogniser.js';
import { serverOf } from './servers/desk.js';

/**
 * Settings of a product that hears with the run's recogniser, which hears each piece of sound once for all files; empty where none is set up.
 * Where a recogniser dies or is slow, or is what the test is about, `WITH_RECOGNISER` gives it one of its own.
 */
export async function heardOnce(): Promise<Record<string, string>> {
  return hasRecogniser() ? { SHOUWEN_MODELS_DIR: (await serverOf('recogniser')).modelsDir } : {};
}
