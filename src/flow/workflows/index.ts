import type {Workflow} from '../builder/index.ts';
import {requestTagged} from './request-tagged.ts';

/** Every workflow of ours, ready or draft. */
export const WORKFLOWS: readonly Workflow[] = [requestTagged];
