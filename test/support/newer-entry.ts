import { libraryEntry } from '#quality';

/** What is seen while the library has a newer version of an entry, as after an update of the product. Files of one process share the library. */
export async function whileNewer<T>(entry: string, look: () => Promise<T>): Promise<T> {
  const one = libraryEntry(entry);
  if (!one) throw new Error(`The library has no ${entry}`);
  const { version } = one;
  Object.assign(one, { version: version + 1 });
  try {
    return await look();
  } finally {
    Object.assign(one, { version });
  }
}
