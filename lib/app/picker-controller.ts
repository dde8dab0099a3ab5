import type { Draft } from '../core/custom-draft.ts';
import type { FieldName } from '../core/fields.ts';
import { watchPage } from '../crm/watch-page.ts';
import { createCardHost } from './card-host.ts';
import { onDialogs } from './card-timing.ts';
import { pointAt } from './picker-arm.ts';
import { freshDraft, readDraft, skipField, takeElement } from './picker-draft.ts';
import type { PickerActions, Said } from './picker-model.ts';
import { createOutline } from './picker-outline.ts';
import { firstCandidate, pathNow, viewOf, type Picker, type PickerSetup } from './picker-state.ts';
import { tryDraft, withFirst, withoutFirst } from './picker-trial.ts';

/** Where the panel is drawn: an element of its own, never the card's. */
export const PICKER_TAG = 'dealside-picker';

/**
 * Shows the panel if somebody points at fields in this tab, and nothing at all if nobody does. It ends with the
 * signal, when it is closed, and when the pointing was started anew in another tab.
 */
export async function runPicker(setup: PickerSetup, outer: AbortSignal): Promise<void> {
  const { view, client } = setup;
  const { document } = view;
  const answer = await client.picking({});
  if (outer.aborted || !answer.ok || !answer.draft) return;
  if (document.querySelector(PICKER_TAG)) return;
  const end = new AbortController();
  const signal = AbortSignal.any([outer, end.signal]);
  const host = createCardHost(document, setup.css, setup.mode, PICKER_TAG);
  const panel = document.createElement('div');
  const layer = document.createElement('div');
  layer.className = 'ds ds-pick-layer';
  host.container.append(layer, panel);
  const picker: Picker = {
    setup,
    end,
    host,
    screen: setup.screen(panel),
    outline: createOutline(layer, signal),
    draft: begun(answer.draft, document.documentElement.lang),
    armed: undefined,
    said: null,
    saved: false,
    busy: false,
    last: undefined,
  };
  signal.addEventListener('abort', () => {
    disarm(picker);
    picker.screen.end();
    host.remove();
  });
  host.settle();
  onDialogs(view, signal, () => {
    host.settle();
  });
  watchPage(
    view,
    signal,
    () => {
      draw(picker);
    },
    { panes: (root) => [root.body], maySave: ({ origin }) => origin === view.location.origin },
  );
  draw(picker);
}

/** Before anything is pointed at, the page's own language says how it writes. */
function begun(draft: Draft, language: string): Draft {
  if (draft.locale !== undefined || Object.keys(draft.fields).length > 0) return draft;
  const { locale } = freshDraft(draft.site, draft.name, language);
  return locale === undefined ? draft : { ...draft, locale };
}

function draw(picker: Picker): void {
  if (picker.end.signal.aborted) return;
  if (picker.host.isThrownOut()) picker.host.settle();
  picker.screen.render(viewOf(picker), actionsOf(picker));
}

/** Takes the next draft, and lets the background keep it for the next page of this tab. */
function change(picker: Picker, draft: Draft, said: Said | null = null): void {
  picker.draft = draft;
  picker.said = said;
  draw(picker);
  void picker.setup.client.keepPicking({ draft }).then((result) => {
    if (result.ok || picker.end.signal.aborted) return;
    // The pointing was started anew in another tab, or ended there.
    if (result.fault === 'invalid') picker.end.abort();
    else {
      picker.said = { kind: 'failed', fault: result.fault };
      draw(picker);
    }
  });
}

function disarm(picker: Picker): void {
  picker.armed?.end.abort();
  picker.armed = undefined;
}

function arm(picker: Picker, field: FieldName): void {
  disarm(picker);
  const { setup, outline } = picker;
  const { document } = setup.view;
  const end = new AbortController();
  picker.armed = { field, end };
  picker.said = null;
  pointAt(
    {
      view: setup.view,
      isOurs: (target) => (target as Element | null)?.localName === PICKER_TAG,
      start: () => picker.last ?? firstCandidate(document, picker.draft),
      show: outline.around,
      take: (element) => {
        take(picker, field, element);
      },
      leave: () => {
        disarm(picker);
        picker.said = { kind: 'left' };
        draw(picker);
      },
    },
    end.signal,
  );
  draw(picker);
}

/** The click that took an element goes no further, though it ends the pointing. */
function take(picker: Picker, field: FieldName, element: HTMLElement): void {
  const { document } = picker.setup.view;
  const draft = takeElement(document, picker.draft, field, element, pathNow(picker));
  if (!draft) {
    picker.said = { kind: 'no-way', field };
    draw(picker);
    return;
  }
  picker.last = element;
  disarm(picker);
  const fact = readDraft(document, draft)[field];
  change(picker, draft, fact ? { kind: 'taken', field, fact } : null);
}

function actionsOf(picker: Picker): PickerActions {
  const { setup, end } = picker;
  return {
    arm: (field) => {
      arm(picker, field);
    },
    disarm: () => {
      disarm(picker);
      draw(picker);
    },
    skip: (field, skipped) => {
      change(picker, skipField(picker.draft, field, skipped));
    },
    write: (what) => {
      change(picker, { ...picker.draft, ...what });
    },
    decide: (won, lost) => {
      const stages = [
        ...(won.trim() === '' ? [] : [{ label: won.trim(), state: 'won' as const }]),
        ...(lost.trim() === '' ? [] : [{ label: lost.trim(), state: 'lost' as const }]),
      ];
      change(picker, { ...picker.draft, stages });
    },
    trySecond: () => {
      disarm(picker);
      const read = readDraft(setup.view.document, picker.draft);
      change(picker, withFirst(picker.draft, read, pathNow(picker)));
    },
    back: () => {
      change(picker, withoutFirst(picker.draft));
    },
    save: () => void save(picker),
    stop: () => {
      if (!picker.saved) void setup.client.stopPicking({});
      end.abort();
    },
  };
}

/** Saves what the page in front proves just now. */
async function save(picker: Picker): Promise<void> {
  const { setup, draft } = picker;
  const trial = tryDraft(draft, readDraft(setup.view.document, draft), pathNow(picker));
  if (picker.busy || trial.kind !== 'tried' || !trial.definition) return;
  picker.busy = true;
  draw(picker);
  const result = await setup.client.saveCustom({ definition: trial.definition });
  picker.busy = false;
  picker.saved = result.ok;
  picker.said = result.ok ? null : { kind: 'failed', fault: result.fault };
  draw(picker);
}
