import { useState } from 'react';
import { isChromeId } from '../../../lib/app/extension-ids.ts';
import { playbookOf } from '../../../lib/app/options-model.ts';
import type { ExtensionIds, PolicyFileId } from '../../../lib/app/policy-files.ts';
import { type Lock, type Role } from '../../../lib/app/policy-model.ts';
import type { PolicyWish } from '../../../lib/app/policy-values.ts';
import type { Definition } from '../../../lib/core/custom-schema.ts';
import type { Desk } from '../../options/desk.ts';

/** What was chosen so far. */
export interface Wish {
  readonly playbook: 'none' | 'inline' | 'url';
  readonly url: string;
  readonly key: string;
  readonly sites: boolean;
  readonly role: Role | '';
  readonly locked: readonly Lock[];
  readonly ids: ExtensionIds;
}

export type WishField = 'url' | 'key' | 'chrome' | 'edge';

/** The ids that a file names. */
const NEEDED: Readonly<Record<PolicyFileId, readonly ('chrome' | 'edge')[]>> = {
  linux: ['chrome', 'edge'],
  'windows-chrome': ['chrome'],
  'windows-edge': ['edge'],
  macos: ['chrome', 'edge'],
  firefox: [],
};

/** The choices, as nobody has made them yet: nothing is set, and the id is the running extension's. */
export function useWish({ actions, view }: Desk) {
  const { chrome, firefox } = actions.policy.ids();
  const [wish, setWish] = useState<Wish>({
    playbook: 'none',
    url: view.policy.feed?.url ?? '',
    key: view.policy.feed?.key ?? '',
    sites: false,
    role: '',
    locked: [],
    ids: { chrome, edge: chrome, firefox },
  });
  return { wish, setWish };
}

/** What must be put right before a file can be written. */
export function wrongIn(wish: Wish, file: PolicyFileId, { actions }: Desk): readonly WishField[] {
  const { playbook, url, key, ids } = wish;
  const feed = playbook === 'url';
  return [
    ...(feed && !actions.feed.address(url).ok ? (['url'] as const) : []),
    ...(feed && !actions.policy.isKey(key) ? (['key'] as const) : []),
    ...NEEDED[file].filter((browser) => !isChromeId(ids[browser])),
  ];
}

/** The policy that the choices come to. */
export function policyOf(wish: Wish, sites: readonly Definition[], { view }: Desk): PolicyWish {
  const { playbook, url, key, role, locked } = wish;
  const inline = playbook === 'inline' && playbookOf(view.inForce) && view.file;
  return {
    locked,
    ...(inline && { playbook: inline.text }),
    ...(playbook === 'url' && { feed: { url: url.trim(), key: key.trim() } }),
    ...(wish.sites && { sites }),
    ...(role !== '' && { role }),
  };
}
