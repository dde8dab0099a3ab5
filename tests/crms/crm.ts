import type { Say } from '../tools/say.ts';

export type CrmName = 'atomic' | 'tryton';

/** How a CRM is started for a demo or a test. */
export interface StartOptions {
  /** 0 or left out: any free port. */
  readonly port?: number | undefined;
  /** The day from which the seeded dates are counted, as an ISO date. Left out: today. */
  readonly today?: string | undefined;
  readonly say: Say;
  /** Ends the preparation and the CRM. */
  readonly signal?: AbortSignal | undefined;
}

/** Somebody who can log in. */
export interface Login {
  readonly language: 'en' | 'nl' | 'de';
  readonly login: string;
  readonly password: string;
}

/** A CRM that runs on this machine, with the seeded deals in it. */
export interface RunningCrm {
  /** The list or board. */
  readonly url: string;
  /** The page of one deal (the first of the seed list). */
  readonly deal: string;
  /** Each seeded deal's page, by the deal's key. */
  readonly deals: ReadonlyMap<string, string>;
  /** Empty where the CRM asks for no log-in. */
  readonly login: string;
  readonly password: string;
  readonly logins: readonly Login[];
  stop(): Promise<void>;
}
