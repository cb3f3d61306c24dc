/** How many rows of each kind a destruction took out of the database, by name: what the certificate says. */
export type ErasedRows = Record<string, number>;
