import type { FieldName } from '../core/fields.ts';
import type { Playbook, Text } from '../core/playbook.ts';
import type { GateDraft } from '../core/suggested.ts';
import type { HealthOf } from '../storage/health.ts';
import type { Health, Places } from './options-health.ts';
import type { Suggested } from './options-suggested.ts';
import type { PackId } from '../playbooks/index.ts';
import type { PlaybookFault, StorageFault } from '../messaging/protocol.ts';
import type { DraftActions } from './admin/draft-model.ts';
import type { AboutActions } from './admin/about-model.ts';
import type { DataActions } from './admin/data-model.ts';
import type { KnownDeals } from './admin/known.ts';
import type { LeftActions } from './admin/left.ts';
import type { RoleActions, Who } from './admin/roles.ts';
import type { TrialActions } from './admin/trial.ts';
import type { UseActions } from './admin/use.ts';
import type { VersionActions } from './admin/versions.ts';
import type { CustomActions } from './options-custom.ts';
import type { FeedActions } from './playbook-feed-page.ts';
import type { Loaded, PlaybookSource } from './playbook-store.ts';
import type { Policy } from './policy-model.ts';
import type { PolicyActions } from './policy-page.ts';
import type { Rollout } from './rollout-days.ts';

/** The playbook that decides now, or why none can. */
export type InForce =
  /** The starter pack: nothing was published in this browser yet. */
  | { readonly kind: 'starter'; readonly playbook: Playbook }
  | { readonly kind: 'published'; readonly playbook: Playbook; readonly day: string }
  /** It comes from elsewhere: whatever is published here, this one decides. */
  | {
      readonly kind: 'set';
      readonly by: 'policy' | 'url';
      readonly playbook: Playbook;
      /** The day on which it was fetched, and where. */
      readonly day: string | null;
      readonly url: string | null;
    }
  /** It is there and cannot be used. Without a fault, not even its text can be read. */
  | {
      readonly kind: 'broken';
      readonly source: PlaybookSource;
      readonly version: number | null;
      readonly fault: PlaybookFault | null;
    }
  /** The database cannot be opened. */
  | { readonly kind: 'unreadable'; readonly fault: StorageFault };

/** A version that can be gone back to. */
export interface EarlierVersion {
  /** Its number in the store; null for the starter pack, which was never published. */
  readonly seq: number | null;
  readonly version: number;
  /** Null where its text says none. */
  readonly name: Text | null;
  /** The day on which it was published, YYYY-MM-DD. */
  readonly day: string | null;
}

/** A host that Dealside may read. */
export interface Site {
  readonly pattern: string;
  /** "crm.example.com", or "" for every site. */
  readonly host: string;
  /** It comes with the build and cannot be given back. */
  readonly fixed: boolean;
}

/** A Salesforce organisation whose pages Dealside may read. */
export interface SalesforceSite {
  /** The host of its pages. */
  readonly host: string;
  /** The host of its API. */
  readonly apiHost: string;
  /** The user turned the API on, and the browser's permissions stand. */
  readonly on: boolean;
}

/** Everything that the options page shows. */
export interface OptionsView {
  readonly inForce: InForce;
  /** The number that the next published version gets. */
  readonly next: number;
  /** The newest first. */
  readonly earlier: readonly EarlierVersion[];
  /** The playbook in force as a file; null where its text cannot be read. */
  readonly file: { readonly name: string; readonly text: string } | null;
  readonly sites: readonly Site[];
  /** The CRMs that Dealside knows, by name. */
  readonly crms: readonly string[];
  /** Their names by their ids. */
  readonly labels: Readonly<Record<string, string>>;
  /** The Salesforce organisations among the sites whose API can be asked. */
  readonly salesforce: readonly SalesforceSite[];
  /** How well the pages of each site that was checked can be read. */
  readonly health: readonly Health[];
  /** What the browser's policy sets. */
  readonly policy: Policy;
  readonly who: Who;
}

/** What became of a publication. Nothing changed where it is not ok. */
export type Published =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly fault: StorageFault | PlaybookFault };

/** What the options page can do. No action rejects. */
export interface OptionsActions {
  readonly look: () => Promise<OptionsView>;
  /** What the kept deals tell; read anew after each look. */
  readonly known: () => Promise<KnownDeals>;
  /** Countries whose public holidays are known, ISO 3166 alpha-2. Empty when the list could not be read. */
  readonly countries: () => Promise<readonly string[]>;
  /** Checks the text of a playbook file. */
  readonly check: (text: string) => Loaded<Playbook>;
  /** Publishes the text of a playbook file. Its own version number stays where it is higher than all before. */
  readonly publish: (text: string) => Promise<Published>;
  readonly publishPack: (id: PackId) => Promise<Published>;
  /** Publishes the playbook in force with other selectors for a field of a CRM; null: with none of the team's own. */
  readonly publishPlaces: (
    crm: string,
    field: FieldName,
    places: Places | null,
  ) => Promise<Published>;
  /** Publishes the playbook in force with this staged start; null: with none. The note stands beside the version. */
  readonly publishRollout: (rollout: Rollout | null, note: string) => Promise<Published>;
  /** Publishes the playbook in force with these gates at its end. */
  readonly publishGates: (drafts: readonly GateDraft[]) => Promise<Published>;
  /** Forgets that fields were read wrongly, or one of them. False when it could not be kept. */
  readonly forgetHealth: (of: HealthOf, field?: FieldName) => Promise<boolean>;
  /** Asks an open tab of a site what its CRM already requires. */
  readonly suggested: (pattern: string) => Promise<Suggested>;
  /** An earlier version's rules, to be looked at first. */
  readonly earlier: (seq: number | null) => Promise<Loaded<Playbook>>;
  /** Publishes an earlier version's rules under a new number. */
  readonly goBack: (seq: number | null) => Promise<Published>;
  /** The draft of the next version. */
  readonly draft: DraftActions;
  /** The admin's own CRMs. */
  readonly custom: CustomActions;
  /** The playbook that is fetched by its URL. */
  readonly feed: FeedActions;
  readonly policy: PolicyActions;
  readonly roles: RoleActions;
  readonly trial: TrialActions;
  readonly use: UseActions;
  readonly versions: VersionActions;
  /** What is kept in this browser, and what left it. */
  readonly data: DataActions;
  readonly left: LeftActions;
  /** Language, keys, permissions and diagnostics. */
  readonly about: AboutActions;
  /** Turns a Salesforce organisation's API on or off, in the click itself; true when it stands as asked. */
  readonly turnApi: (apiHost: string, on: boolean) => Promise<boolean>;
  /** Gives a host back. False when the browser holds on to it. */
  readonly stop: (pattern: string) => Promise<boolean>;
}

/** What the playbook in force is, where there is one. */
export const playbookOf = (inForce: InForce): Playbook | null =>
  'playbook' in inForce ? inForce.playbook : null;
