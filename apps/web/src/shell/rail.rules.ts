import type { Me, Permission } from '#contracts';

/** What decides whether an entry of the rail is there. */
interface Shown {
  to: string;
  /** Left out: everyone has it. */
  needs?: Permission | undefined;
  unless?: Permission | undefined;
  /** The module whose screen it leads to. */
  module?: string;
  /** Of a module: the entry that it comes after. */
  after?: string;
}

/** The entries of modules among those of the house, each after the one that it names. */
export const placed = <E extends Shown>(house: readonly E[], own: readonly E[]): E[] =>
  house.flatMap((entry) => [entry, ...own.filter(({ after }) => after === entry.to)]);

/** Those that an account may use. */
export const entriesFor = <E extends Shown>(
  entries: readonly E[],
  { permissions, modulesOff }: Pick<Me, 'permissions' | 'modulesOff'>,
): E[] =>
  entries.filter(
    ({ needs, unless, module }) =>
      (!needs || permissions.includes(needs)) &&
      !(unless && permissions.includes(unless)) &&
      !(module && modulesOff.includes(module)),
  );
