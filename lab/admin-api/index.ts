/** The local Admin API. See lab/README.md. */
export {OWN_APP, type Access, type StaffMember, type StaffPermission} from './access.ts';
export type {Clock} from './clock.ts';
export {type Fault, type FaultInput, type Faults, LabNetworkError, type LateRequest} from './faults.ts';
export {receivedTriggers, type ReceivedTrigger} from './flow/index.ts';
export {labHandler, serve, type HttpOptions} from './http.ts';
export {
  createLab,
  type Cost,
  type Lab,
  type LabBody,
  type LabOptions,
  type LabRequest,
  type LabResponse,
  type LoggedRequest,
} from './lab.ts';
export {installDefinitions} from './metaobjects/definitions.ts';
export {SUPPORTED_VERSIONS} from './schema.ts';
export {DEFAULT_SETTINGS, type LabSettings} from './settings.ts';
export {
  findCustomerByEmail,
  putCompanyLocation,
  putCustomer,
  putLocation,
  putProduct,
  putProductVariant,
  putShop,
} from './shop/things.ts';
