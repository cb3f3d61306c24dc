import { lookup, Resolver } from 'node:dns/promises';

/** Every address that a name stands for at this moment; none when there is no such name. */
export type ResolveName = (name: string) => Promise<string[]>;

const NO_SUCH_NAME = ['ENOTFOUND', 'ENODATA'];

/**
 * Asks the name servers without a thread: the system's own resolver holds one of four for as long as a dead name server is silent, and
 * reading files waits behind it. Only a name that they do not know goes to the system, which also reads `/etc/hosts` and search domains.
 */
export const resolveName: ResolveName = async (name) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (found.length > 0) return found;
  const codes = answers.map((answer) => String((answer as PromiseRejectedResult).reason?.code));
  if (!codes.every((code) => NO_SUCH_NAME.includes(code))) return [];
  const fromSystem = await lookup(name, { all: true }).catch(() => []);
  return fromSystem.map(({ address }) => address);
};
