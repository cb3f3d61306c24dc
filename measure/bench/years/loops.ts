import { type DataSource } from 'typeorm';
import { HeadsFile, loadSigningKey, relayOnce, JournalSealer } from '#journal';
import { Clock, WorkService, type Env } from '#platform';

/** What a worker does over and over besides its schedules: relay, reconcile, seal, and see whether it is stuck. */
export function loopsOf(source: DataSource, env: Env): { name: string; run: () => Promise<unknown> }[] {
  const work = new WorkService(source);
  const heads = new HeadsFile(env.journalHeadsDir);
  const seal = async () =>
    new JournalSealer(source, new Clock(), await loadSigningKey(env.journalKeyFile), heads).sealOnce();
  return [
    { name: 'relay', run: () => relayOnce(source, async () => []) },
    { name: 'reconcile', run: async () => ((await work.takeTurn(0)) ? work.due(100) : []) },
    { name: 'seal', run: seal },
    { name: 'liveness', run: () => work.oldestDueSeconds() },
  ];
}
