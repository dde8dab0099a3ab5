import type { PolicyFileId } from '../../../lib/app/policy-files.ts';
import type { Lock } from '../../../lib/app/policy-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';

/** What each lock holds fast. */
export const LOCK_KEYS: Readonly<Record<Lock, MessageKey>> = {
  playbook: 'policy_lock_playbook',
  sites: 'policy_lock_sites',
  roles: 'policy_lock_roles',
  data: 'policy_lock_data',
  language: 'policy_lock_language',
};

/** Which browsers each file is for, and where it goes. */
export const FILE_KEYS: Readonly<
  Record<PolicyFileId, { readonly name: MessageKey; readonly where: MessageKey }>
> = {
  linux: { name: 'policy_file_linux', where: 'policy_file_linux_where' },
  'windows-chrome': {
    name: 'policy_file_windows_chrome',
    where: 'policy_file_windows_chrome_where',
  },
  'windows-edge': { name: 'policy_file_windows_edge', where: 'policy_file_windows_edge_where' },
  macos: { name: 'policy_file_macos', where: 'policy_file_macos_where' },
  firefox: { name: 'policy_file_firefox', where: 'policy_file_firefox_where' },
};
