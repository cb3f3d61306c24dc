import { type Bilingual } from '#contracts';

/** What the product runs on besides its database, which `#database` looks at. */
export const PROBED_SERVICES = ['queue', 'objectStore', 'keyProvider'] as const;
export type ProbedService = (typeof PROBED_SERVICES)[number];

/** How a service is. `detail` says what is and, where something is wrong, what to do; neither it nor `facts` holds a secret. */
export interface Probed {
  readonly ok: boolean;
  /** Words to tell beside `ok`: nothing fails, but an operator should know. */
  readonly warning?: Bilingual;
  readonly detail: Bilingual;
  /** For tables and tools: `kind`, `version`, `freeBytes`, … */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Something that can be asked how it is. Cheap, changes nothing, never rejects, and answers within `PROBE_WITHIN_MS`. */
export interface Probe {
  probe(): Promise<Probed>;
}

export const PROBE_WITHIN_MS = 5000;

/** Asks `look`, and turns a failure or silence into an answer. `describe` finds the words for an error of this service. */
export async function probing(
  kind: string,
  look: () => Promise<Probed>,
  describe: (error: unknown) => Bilingual,
): Promise<Probed> {
  let patience: NodeJS.Timeout | undefined;
  const silence = new Promise<Probed>((resolve) => {
    patience = setTimeout(() => resolve({ ok: false, detail: SILENT, facts: { kind } }), PROBE_WITHIN_MS);
  });
  const answer = look().catch((error: unknown) => ({ ok: false, detail: describe(error), facts: { kind } }));
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(patience);
  }
}

const SILENT = {
  zh: `${PROBE_WITHIN_MS / 1000} 秒内没有响应。请检查地址、网络和防火墙。`,
  en: `No answer within ${PROBE_WITHIN_MS / 1000} s. Check the address, the network and the firewall.`,
};
