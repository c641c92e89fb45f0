export {ConfigError, configFrom} from './config.ts';
export type {EndpointConfig} from './config.ts';
export {createEndpoint} from './handler.ts';
export type {Endpoint} from './handler.ts';
export {webHost} from './host.ts';
export type {Host, Visit} from './host.ts';
export {logTo} from './log.ts';
export {siteOf} from './site.ts';
