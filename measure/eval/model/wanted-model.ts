import { UsageError } from '../usage-error.js';
import { type ModelEval } from './eval-model.js';

type Given = Partial<Record<string, string | boolean>>;

const URL_FORM = /^https?:\/\/[^/@?#]+(?:\/[^?#]*)?$/;

/** What the command line says of a model to measure. @throws UsageError in words that say what is missing */
export function wantedModel(given: Given, [name, ...more]: readonly string[]): ModelEval {
  const text = (key: string): string | undefined => (typeof given[key] === 'string' ? given[key] : undefined);
  const url = text('model') ?? '';
  if (!URL_FORM.test(url)) throw new UsageError('--model is the address of the server, as http://10.0.0.5:8000/v1');
  if (!name || more.length > 0) throw new UsageError('after the address comes the name of the model, and nothing else');
  const count = (key: string, least: number, otherwise: number): number => {
    const value = Number(text(key) ?? otherwise);
    if (!Number.isInteger(value) || value < least) throw new UsageError(`--${key} is a whole number from ${least}`);
    return value;
  };
  const target = Number(text('target') ?? 0.85);
  if (!(target >= 0.5 && target < 1)) throw new UsageError('--target is a share from 0.5 to below 1');
  const [dialogues, labels] = [text('pair'), text('labels')];
  if (dialogues && !labels) throw new UsageError('--pair needs --labels');
  const set = text('only') ?? 'set2';
  if (!['set2', 'set3'].includes(set)) throw new UsageError('with --model, --only is set2 or set3');
  return {
    ...{ url, name, set, target, keyFile: text('key-file'), everywhere: given['everywhere'] === true },
    pair: dialogues && labels ? { dialogues, labels } : null,
    limit: text('limit') === undefined ? null : count('limit', 1, 1),
    timeoutSeconds: count('timeout', 1, 60),
    atOnce: count('at-once', 1, 1),
    injections: count('injections', 0, 12),
  };
}
