import {HomeSettings, MetaobjectUpsert} from '../../../../graphql/generated/operations.ts';
import type {HomeSettingsQuery} from '../../../../graphql/generated/admin.generated.d.ts';
import type {Settings} from '../../../core/index.ts';
import {refusedBy} from '../../../execution/problem.ts';
import type {Problem} from '../../../execution/types.ts';
import type {HomeHost} from '../home-host.ts';
import {patient} from '../load.ts';

/** The settings as they are stored; null before anybody set anything. */
export type StoredSettings = HomeSettingsQuery['settings'];

export type SettingsSaved =
  | {readonly state: 'saved'}
  | {readonly state: 'conflict'; readonly theirs: StoredSettings}
  | {readonly state: 'refused'; readonly problem: Problem};

/**
 * Writes the settings, unless somebody else did since they were read. Metaobjects have no compare-and-set: between the look and
 * the write a moment stays in which the last one wins.
 * @throws AdminError
 */
export async function saveSettings(host: HomeHost, settings: Settings, base: StoredSettings): Promise<SettingsSaved> {
  const admin = patient(host);
  const theirs = (await admin.request(HomeSettings, {})).data.settings;
  if (JSON.stringify(theirs || null) !== JSON.stringify(base || null)) return {state: 'conflict', theirs};
  const {data} = await admin.request(MetaobjectUpsert, {
    handle: {type: '$app:refund-settings', handle: 'shop'},
    metaobject: {fields: [{key: 'settings', value: JSON.stringify(settings)}]},
  });
  const {metaobject, userErrors = []} = data.metaobjectUpsert || {};
  return metaobject ? {state: 'saved'} : {state: 'refused', problem: refusedBy('invalid', userErrors)};
}
