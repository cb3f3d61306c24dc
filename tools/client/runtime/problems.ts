/** A sentence in both languages. */
export interface Said {
  zh: string;
  en: string;
}

/** What the API says when it refuses (RFC 9457). Go by `code`; show a sentence of `detail`. */
export interface RefusalBody {
  status: number;
  code: string;
  title: string;
  detail: Said;
  /** Whose fault it is: `caller` will get the same answer again. */
  fault: string;
  /** To find it in the server's log. */
  ref: string;
  fields?: { path: string }[];
}

/** The API refused. */
export class ShouwenRefusal<Code extends string = string> extends Error {
  override readonly name = 'ShouwenRefusal';

  constructor(
    readonly route: string,
    readonly body: RefusalBody & { code: Code },
    /** Seconds that the server asks to wait; null where it names none. */
    readonly retryAfter: number | null,
  ) {
    super(`${route}: ${body.status} ${body.code}. ${body.detail.en} (${body.ref})`);
  }

  get code(): Code {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

/** No answer came, or one that is not the API's: a proxy in front of a stopped server, a connection that broke. */
export class ShouwenUnreachable extends Error {
  override readonly name = 'ShouwenUnreachable';

  constructor(
    readonly route: string,
    /** Of the answer; null where there was none. */
    readonly status: number | null,
    cause?: unknown,
  ) {
    super(`${route}: ${status === null ? 'no answer' : `an answer that is not the API’s, with status ${status}`}`, {
      cause,
    });
  }
}

/** What a body that is no success says. null: it is not in the API's words. */
export function readRefusal(text: string): RefusalBody | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  const { code, status, detail } = (body ?? {}) as Partial<RefusalBody>;
  return typeof code === 'string' && typeof status === 'number' && detail ? (body as RefusalBody) : null;
}
