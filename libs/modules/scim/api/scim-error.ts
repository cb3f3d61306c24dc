const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The keywords of RFC 7644 §3.12. */
export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'tooMany'
  | 'uniqueness';

/** A refusal in SCIM's own form. */
export class ScimError extends Error {
  override readonly name = 'ScimError';

  constructor(
    readonly status: number,
    readonly scimType: ScimType | null,
    readonly detail: string,
  ) {
    super(detail);
  }
}

export const scimRefusal = (status: number, scimType: ScimType | null, detail: string): ScimError =>
  new ScimError(status, scimType, detail);

export const errorBody = ({ status, scimType, detail }: Pick<ScimError, 'status' | 'scimType' | 'detail'>) => ({
  schemas: [ERROR],
  status: String(status),
  ...(scimType !== null && { scimType }),
  detail,
});
