/** The local Admin API as a library. See lab/README.md. */
export {OWN_APP} from './access.ts';
export {type FaultInput, LabNetworkError} from './faults.ts';
export {serve} from './http.ts';
export {createLab, type Lab, type LabBody, type LabRequest, type LabResponse} from './lab.ts';
export {installDefinitions} from './metaobjects/definitions.ts';
export {putCompanyLocation, putCustomer, putProduct} from './shop/things.ts';
