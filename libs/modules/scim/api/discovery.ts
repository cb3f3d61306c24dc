import { ENTERPRISE, GROUP, USER } from './resources.rules.js';

/** At most so many resources on a page. */
export const MOST = 200;

const attribute = (name: string, type: string, over: object = {}) => ({
  ...{ name, type, multiValued: false, description: name, required: false, caseExact: false },
  ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none' },
  ...over,
});
const readOnly = { mutability: 'readOnly' };

const EMAIL = [attribute('value', 'string'), attribute('type', 'string'), attribute('primary', 'boolean')];
const reference = (types: string[], over: object) => [
  attribute('value', 'string', { caseExact: true, ...over }),
  attribute('$ref', 'reference', { ...over, referenceTypes: types }),
];

const SCHEMAS = [
  {
    ...{ id: USER, name: 'User', description: 'A person with an account' },
    attributes: [
      attribute('userName', 'string', { required: true, uniqueness: 'server' }),
      attribute('displayName', 'string'),
      attribute('name', 'complex', {
        subAttributes: ['formatted', 'familyName', 'givenName'].map((part) => attribute(part, 'string')),
      }),
      attribute('active', 'boolean', { required: true }),
      attribute('preferredLanguage', 'string', readOnly),
      attribute('emails', 'complex', { multiValued: true, subAttributes: EMAIL }),
      attribute('groups', 'complex', {
        ...{ ...readOnly, multiValued: true },
        subAttributes: [...reference(['Group'], readOnly), attribute('display', 'string', readOnly)],
      }),
    ],
  },
  {
    ...{ id: GROUP, name: 'Group', description: 'A team, or people for whom a role is proposed' },
    attributes: [
      attribute('displayName', 'string', { required: true, uniqueness: 'server' }),
      attribute('members', 'complex', {
        multiValued: true,
        subAttributes: reference(['User'], { mutability: 'immutable' }),
      }),
    ],
  },
  {
    ...{ id: ENTERPRISE, name: 'EnterpriseUser', description: 'Staff number and team' },
    attributes: [attribute('employeeNumber', 'string', { uniqueness: 'server' }), attribute('department', 'string')],
  },
];

const TYPES = [
  {
    ...{ id: 'User', name: 'User', endpoint: '/Users', description: 'People with an account', schema: USER },
    schemaExtensions: [{ schema: ENTERPRISE, required: false }],
  },
  { id: 'Group', name: 'Group', endpoint: '/Groups', description: 'Teams and roles', schema: GROUP },
];

const kept = (resourceType: string, location: string) => ({ meta: { resourceType, location } });

/** What this server is and does (RFC 7644 §4). @param base its address, `https://…/scim/v2` */
export const discovery = (base: string) => ({
  config: {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    documentationUri: 'https://www.rfc-editor.org/rfc/rfc7644',
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        ...{ type: 'oauthbearertoken', name: 'API token', primary: true },
        description: 'An API token with the scope people.provision',
      },
    ],
    ...kept('ServiceProviderConfig', `${base}/ServiceProviderConfig`),
  },
  schemas: SCHEMAS.map((schema) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    ...kept('Schema', `${base}/Schemas/${schema.id}`),
  })),
  types: TYPES.map((type) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    ...type,
    ...kept('ResourceType', `${base}/ResourceTypes/${type.id}`),
  })),
});
