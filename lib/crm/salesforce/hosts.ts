/** Which hosts are Salesforce's own, and where an organisation's API lives. */

/** An organisation's own name, with the partition of a sandbox or the like: "acme", "acme--uat.sandbox". */
const NAME = String.raw`[a-z0-9-]+(?:\.(?:sandbox|develop|scratch|trailblaze|patch|demo|free))?`;

/** Where Lightning runs; a security proxy puts its own name behind it. */
const PAGE = new RegExp(
  String.raw`^${NAME}\.(?:lightning\.(?:force\.(?:com|mil)|crmforce\.mil|sfcrmapps\.cn|sfcrmproducts\.cn)|my\.salesforce\.(?:com|mil))(?:\.mcas\.ms)?$`,
);

/** True for a host that an organisation's pages are on. */
export const isSalesforceHost = (hostname: string): boolean => PAGE.test(hostname);

const WITH_API = /* @__PURE__ */ new RegExp(
  String.raw`^(?<name>${NAME})\.(?:lightning\.force|my\.salesforce)\.(?<end>com|mil)$`,
);

/**
 * The host of the same organisation's API: "acme.lightning.force.com" is "acme.my.salesforce.com". Undefined where it is not
 * known for certain: in China, and behind a security proxy. There the page alone is read.
 */
export function apiHostOf(hostname: string): string | undefined {
  const groups = WITH_API.exec(hostname)?.groups;
  return groups?.name === undefined
    ? undefined
    : `${groups.name}.my.salesforce.${groups.end ?? 'com'}`;
}
