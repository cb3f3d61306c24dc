/** One telling for a person: the first that reaches them. The person who acted is left out. */
export function oncePerPerson<T extends { personId: string }>(found: readonly T[], actor: string | null): T[] {
  const told = new Set(actor === null ? [] : [actor]);
  return found.filter(({ personId }) => !told.has(personId) && told.add(personId));
}
