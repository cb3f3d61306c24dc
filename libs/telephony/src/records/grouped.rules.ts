/** `Map.groupBy`, which Node 20 does not have. */
export function grouped<K, T>(all: Iterable<T>, by: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = by(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Which of many belong together, told a pair at a time; the order of telling changes nothing. */
export class Joined {
  private readonly parents = new Map<string, string>();

  of(one: string): string {
    let at = one;
    for (let up = this.parents.get(at); up !== undefined; up = this.parents.get(at)) at = up;
    if (at !== one) this.parents.set(one, at);
    return at;
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)].toSorted();
    if (first !== undefined && second !== undefined && first !== second) this.parents.set(second, first);
  }
}
