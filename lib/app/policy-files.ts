import { policyProfile } from './policy-profile.ts';
import { registryFile } from './policy-registry.ts';
import type { PolicyValues } from './policy-values.ts';

/** Under which ids the browsers know the extension. Edge's differs from Chrome's where it comes from Edge's own store. */
export interface ExtensionIds {
  readonly chrome: string;
  readonly edge: string;
  readonly firefox: string;
}

/** The kinds of files that hand a policy to browsers. */
export const POLICY_FILES = [
  'linux',
  'windows-chrome',
  'windows-edge',
  'macos',
  'firefox',
] as const;
export type PolicyFileId = (typeof POLICY_FILES)[number];

/** What each of them is called. */
export const POLICY_FILE_NAMES: Readonly<Record<PolicyFileId, string>> = {
  linux: 'dealside.json',
  'windows-chrome': 'dealside-chrome.reg',
  'windows-edge': 'dealside-edge.reg',
  macos: 'dealside.mobileconfig',
  firefox: 'policies.json',
};

/** A file, ready to be put where the browser looks for it. Its text is ASCII. */
export interface PolicyFile {
  readonly name: string;
  readonly text: string;
  /** The kind of its contents, as a media type. */
  readonly type: string;
}

const lines = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Several browsers read the same file, which has a place for each of their ids. */
function linuxText(values: PolicyValues, { chrome, edge }: ExtensionIds): string {
  const extensions = Object.fromEntries([chrome, edge].map((id) => [id, values]));
  return lines({ '3rdparty': { extensions } });
}

const firefoxText = (values: PolicyValues, { firefox }: ExtensionIds): string =>
  lines({ policies: { '3rdparty': { Extensions: { [firefox]: values } } } });

const keyOf = (browser: string, id: string): string =>
  `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\3rdparty\\extensions\\${id}\\policy`;

const macText = (values: PolicyValues, { chrome, edge }: ExtensionIds): string =>
  policyProfile(
    [`com.google.Chrome.extensions.${chrome}`, `com.microsoft.Edge.extensions.${edge}`],
    values,
  );

function textOf(file: PolicyFileId, values: PolicyValues, ids: ExtensionIds): string {
  switch (file) {
    case 'linux':
      return linuxText(values, ids);
    case 'windows-chrome':
      return registryFile(keyOf('Google\\Chrome', ids.chrome), values);
    case 'windows-edge':
      return registryFile(keyOf('Microsoft\\Edge', ids.edge), values);
    case 'macos':
      return macText(values, ids);
    case 'firefox':
      return firefoxText(values, ids);
  }
}

/** Writes a policy for one kind of browser. */
export function policyFile(
  file: PolicyFileId,
  values: PolicyValues,
  ids: ExtensionIds,
): PolicyFile {
  const name = POLICY_FILE_NAMES[file];
  const type = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
  return { name, type, text: textOf(file, values, ids) };
}
