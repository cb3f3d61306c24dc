export type Transport = 'udp' | 'tcp' | 'tls';

/** Where a message came from, and an answer goes to. */
export interface Flow {
  readonly transport: Transport;
  readonly address: string;
  readonly port: number;
  /** Which connection; null with UDP. */
  readonly connection: number | null;
}

/** Chance, handed in: with numbers that count, a session can be replayed to the byte. */
export interface Fresh {
  /** Of a session, unique for ever. */
  session(): string;
  /** A tag, a branch: letters and digits. */
  tag(): string;
  key(bytes: number): Buffer;
}
