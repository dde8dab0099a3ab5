import type { Explained, Prompt } from '../core/assessment.ts';
import type { Deal, DealRef, Reading } from '../core/deal.ts';
import type { StoryCard } from '../core/playbook.ts';
import { choosePrompt } from '../core/prompts.ts';
import type { Access } from '../crm/access.ts';
import type { Adapter, PageReading } from '../crm/adapter.ts';
import { CrmTrouble, SessionExpired } from '../crm/trouble.ts';
import type { Client } from '../messaging/client.ts';
import type { DealContext } from '../messaging/protocol.ts';
import type { CrmFault } from './card-model.ts';
import { assessKnown, dealOf, localToday, type CrmHistory, type Thought } from './card-view.ts';
import { openCheck, type PageCheck } from './health-check.ts';
import type { Purpose } from './sent-tally.ts';

/** What a session stands on: the page, the CRM's adapter and the background. */
export interface SessionWorld {
  readonly view: Window;
  readonly adapter: Adapter;
  /** The way to the CRM's API, until the signal aborts. */
  readonly access: (signal: AbortSignal, purpose?: Purpose) => Access;
  readonly client: Client;
  /** Called after every change of what the session knows. */
  readonly changed: () => void;
}

/** One open deal: everything that is known of it until another one is opened. */
export interface Session {
  readonly ref: DealRef;
  readonly signal: AbortSignal;
  /** Undefined until the background has answered. */
  readonly context: () => DealContext | undefined;
  readonly deal: () => Deal | undefined;
  readonly assessment: () => Explained | undefined;
  readonly prompt: () => Prompt | undefined;
  /** The cards of the team's story for this deal. */
  readonly stories: () => readonly StoryCard[];
  readonly today: () => string;
  readonly trouble: () => Trouble;
  /** Reads the page again; `saved`: and what the CRM has saved. */
  readonly refresh: (saved: boolean) => void;
  /** Asks the background again for what is kept about the deal. */
  readonly reload: () => Promise<void>;
}

/** What keeps the deal from being known as usual. */
export interface Trouble {
  readonly page: boolean;
  readonly expired: boolean;
  /** Why the CRM's API did not give what is saved. */
  readonly crm: CrmFault | undefined;
}

interface State {
  context: DealContext | undefined;
  page: PageReading | undefined;
  pageKey: string;
  saved: Reading | undefined;
  history: CrmHistory | undefined;
  recorded: string;
  deal: Deal | undefined;
  assessment: Explained | undefined;
  /** Chosen when the deal opens, and when what is kept or saved of it changes; never by typing. */
  stories: readonly StoryCard[];
  storiesOf: { readonly context: DealContext; readonly saved: string } | undefined;
  /** Chosen once for each opening of a deal, so that nothing comes and goes while the rep types. */
  prompt: Prompt | undefined;
  promptChosen: boolean;
  pageFailed: boolean;
  /** What is saved could not be had: a page that can only be trusted beside it is then not to be read. */
  unfetched: boolean;
  expired: boolean;
  crm: CrmFault | undefined;
  /** The API is switched off: the page stands alone, and that is no trouble. */
  alone: boolean;
  check: PageCheck;
}

/** Opens a session on a deal. Everything in it ends with the signal, and late answers are dropped. */
export function openSession(ref: DealRef, world: SessionWorld, signal: AbortSignal): Session {
  const state = freshState(ref, world, signal);
  const session: Session = {
    ref,
    signal,
    context: () => state.context,
    deal: () => state.deal,
    assessment: () => state.assessment,
    prompt: () => standingPrompt(state),
    stories: () => state.stories,
    today: () => state.context?.clock ?? localToday(),
    trouble: () => ({
      page: state.pageFailed || (state.unfetched && !state.page && !state.crm),
      expired: state.expired,
      crm: state.crm,
    }),
    refresh: (saved) => {
      if (saved) state.check.saved();
      if (saved) void fetchSaved(state, session, world);
      if (readPage(state, session, world)) think(state, session, world);
    },
    reload: async () => {
      const context = await world.client.openDeal({ ref, url: world.view.location.href });
      if (signal.aborted) return;
      state.context = context;
      // An admin's selectors come with the playbook.
      readPage(state, session, world);
      think(state, session, world);
    },
  };
  void session.reload();
  session.refresh(true);
  return session;
}

function freshState(ref: DealRef, world: SessionWorld, signal: AbortSignal): State {
  const state: State = {
    context: undefined,
    page: undefined,
    pageKey: '',
    saved: undefined,
    history: undefined,
    recorded: '',
    deal: undefined,
    assessment: undefined,
    stories: [],
    storiesOf: undefined,
    prompt: undefined,
    promptChosen: false,
    pageFailed: false,
    unfetched: false,
    expired: false,
    crm: undefined,
    alone: !world.adapter.fetch,
    check: openCheck({
      view: world.view,
      adapter: () => world.adapter,
      mistrusted: () => state.context?.mistrusted ?? [],
      signal,
      report: (checks) => void world.client.reportCheck({ ref, checks }),
    }),
  };
  return state;
}

/** Reads the page; true when it says something else than before. A reader that throws is a page that can't be read. */
function readPage(state: State, session: Session, world: SessionWorld): boolean {
  const { adapter, view } = world;
  try {
    const page = adapter.read(view.document, session.ref, { saved: state.saved });
    const failedBefore = state.pageFailed;
    state.pageFailed = false;
    if (!page) return failedBefore;
    if (state.saved ?? state.alone) state.check.look(page, state.saved);
    const key = JSON.stringify([page.state, page.fields, page.custom, state.check.touched()]);
    if (key === state.pageKey) return failedBefore;
    state.page = page;
    state.pageKey = key;
    if (page.state === 'shown' && !adapter.fetch) record(state, page, world);
    return true;
  } catch (error) {
    if (!state.pageFailed)
      console.warn(`Dealside can't read this page (${adapter.meta.id})`, error);
    const changed = !state.pageFailed;
    state.pageFailed = true;
    return changed;
  }
}

/** Keeps a saved reading in the background, once for each that differs. */
function record(state: State, reading: Reading, { client }: SessionWorld): void {
  const { ref, url, fields, custom } = reading;
  const key = JSON.stringify([fields, custom]);
  if (key === state.recorded) return;
  state.recorded = key;
  void client.recordReading({ reading: { ref, url, fields, custom } });
}

/**
 * Asks the CRM for what it has saved, and for its history. Without an answer the page alone is read; a
 * history that fails costs itself alone.
 */
async function fetchSaved(state: State, session: Session, world: SessionWorld): Promise<void> {
  const { adapter } = world;
  const { ref, signal } = session;
  const access = world.access(signal);
  const isOver = (): boolean => signal.aborted;
  if (!adapter.fetch) return;
  try {
    const saved = await adapter.fetch(access, ref);
    if (isOver()) return;
    Object.assign(state, { saved, expired: false, unfetched: false, crm: undefined, alone: false });
    record(state, saved, world);
  } catch (error) {
    if (isOver()) return;
    noteTrouble(state, error);
    lookAgain(state, session, world);
    return;
  }
  lookAgain(state, session, world);
  try {
    const history = await adapter.history?.(access, ref);
    if (isOver()) return;
    state.history = history ?? state.history;
  } catch (error) {
    if (isOver()) return;
    state.expired ||= error instanceof SessionExpired;
  }
  lookAgain(state, session, world);
}

/** What is saved could not be had. An API that is switched off is no trouble: the page then stands alone. */
function noteTrouble(state: State, error: unknown): void {
  state.expired ||= error instanceof SessionExpired;
  const kind = error instanceof CrmTrouble ? error.kind : undefined;
  state.alone = kind === 'switched-off';
  state.crm = kind === 'switched-off' ? undefined : kind;
  state.unfetched = !state.saved && !state.alone;
}

function lookAgain(state: State, session: Session, world: SessionWorld): void {
  readPage(state, session, world);
  think(state, session, world);
}

/** Puts together what is known and assesses it, as soon as there is a context and a reading. */
function think(state: State, session: Session, world: SessionWorld): void {
  const { context, page, saved, history } = state;
  if (!context) return;
  if (page) {
    const believed = state.check.trust(page, saved, context.mistrusted);
    state.deal = dealOf({ context, page: believed, saved, history });
    const thought = assessKnown(state.deal, context, session.today());
    state.assessment = thought?.assessment;
    tell(state, context, thought);
    choose(state, session, world);
  }
  world.changed();
}

/** Chooses the cards of the team's story anew where something else is kept or saved of the deal than before. */
function tell(state: State, context: DealContext, thought: Thought | undefined): void {
  const { storiesOf, recorded: saved } = state;
  if (!thought || (storiesOf?.context === context && storiesOf.saved === saved)) return;
  state.storiesOf = { context, saved };
  state.stories = thought.stories();
}

function choose(state: State, session: Session, { client }: SessionWorld): void {
  const { context, assessment } = state;
  if (state.promptChosen || !context?.records || !assessment) return;
  state.promptChosen = true;
  const day = session.today();
  const { promptBudget } = context.playbook ?? {};
  state.prompt = choosePrompt(assessment.prompts, context.shown, context.key, day, promptBudget);
  if (!state.prompt) return;
  const { id } = state.prompt;
  void client.notePrompt({ ref: session.ref, prompt: id, day, outcome: 'shown' });
}

/** The chosen prompt, while what raised it still stands and it was neither answered nor put off. */
function standingPrompt({ prompt, assessment, context }: State): Prompt | undefined {
  if (!prompt || !assessment?.prompts.some(({ id }) => id === prompt.id)) return undefined;
  const settled = context?.shown.some(
    (record) =>
      record.deal === context.key && record.prompt === prompt.id && record.outcome !== 'shown',
  );
  return settled === true ? undefined : prompt;
}
