import type { Definition } from '../core/custom-schema.ts';
import type { Feed, Lock, Role } from './policy-model.ts';

/** What an admin wants a policy to set. What is left out is not set. */
export interface PolicyWish {
  /** The text of a playbook. */
  readonly playbook?: string | undefined;
  readonly feed?: Feed | undefined;
  readonly sites?: readonly Definition[] | undefined;
  readonly role?: Role | undefined;
  readonly locked: readonly Lock[];
}

/** The values of a policy by its keys, of the kinds that every browser's policies know. */
export type PolicyValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * JSON in printable ASCII on one line. It then means the same whatever takes a file for its own alphabet, needs no more
 * than the escapes of the file around it, and can stand in XML, where some characters can stand in no form.
 */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The policy that sets what is wished. Throws where the playbook's text is no JSON. */
export function policyValues({ playbook, feed, sites, role, locked }: PolicyWish): PolicyValues {
  return {
    ...(playbook !== undefined && { playbook: asciiJson(JSON.parse(playbook)) }),
    ...(feed && { playbookUrl: new URL(feed.url).href, playbookKey: feed.key }),
    ...(sites && { sites: asciiJson(sites) }),
    ...(role && { role }),
    ...(locked.length > 0 && { locked }),
  };
}
