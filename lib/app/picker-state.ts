import type { Draft } from '../core/custom-draft.ts';
import type { FieldName } from '../core/fields.ts';
import { pathOf } from '../core/url-pattern.ts';
import { paneOf, queryAll } from '../crm/custom/find.ts';
import { locate } from '../crm/custom/read.ts';
import { isVisible, oneLine } from '../crm/dom.ts';
import type { Client } from '../messaging/client.ts';
import type { CardHost } from './card-host.ts';
import type { PageWindow } from './card-timing.ts';
import { asksOf } from './picker-asks.ts';
import { readDraft } from './picker-draft.ts';
import { PICKABLE, type PickerActions, type PickerView, type Said } from './picker-model.ts';
import type { Outline } from './picker-outline.ts';
import { firstFact, tryDraft } from './picker-trial.ts';

/** What the picker knows of its page, and what its panel shows of that. */

/** Draws the panel into an element. Made by the entry point: only screens know React. */
export interface PickerScreen {
  readonly render: (view: PickerView, actions: PickerActions) => void;
  readonly end: () => void;
}

export interface PickerSetup {
  readonly view: PageWindow;
  readonly client: Pick<Client, 'picking' | 'keepPicking' | 'saveCustom' | 'stopPicking'>;
  readonly css: string;
  readonly mode: ShadowRootMode;
  readonly screen: (container: HTMLElement) => PickerScreen;
}

export interface Picker {
  readonly setup: PickerSetup;
  readonly end: AbortController;
  readonly host: CardHost;
  readonly screen: PickerScreen;
  readonly outline: Outline;
  draft: Draft;
  armed: { readonly field: FieldName; readonly end: AbortController } | undefined;
  said: Said | null;
  saved: boolean;
  busy: boolean;
  /** The element that was taken last: the keyboard starts from there. */
  last: HTMLElement | undefined;
}

/** The address of the page in front, behind its host. */
export const pathNow = ({ setup: { view } }: Picker): string => pathOf(new URL(view.location.href));

/** What the panel shows just now: everything is read anew, since the page may have changed. */
export function viewOf(picker: Picker): PickerView {
  const { draft, armed, said, saved, busy, setup } = picker;
  const read = readDraft(setup.view.document, draft);
  const fields = PICKABLE.map((field) => {
    const where = draft.fields[field];
    return {
      field,
      shown: where?.shown !== undefined,
      form: where?.form !== undefined,
      skipped: draft.skipped.includes(field),
      fact: read[field] ?? null,
      first: firstFact(draft, field),
    };
  });
  return {
    step: saved ? 'saved' : draft.trying ? 'second' : 'point',
    draft,
    fields,
    armed: armed?.field ?? null,
    asks: asksOf(draft, read, stageLabels(picker)),
    said,
    trial: tryDraft(draft, read, pathNow(picker)),
    busy,
  };
}

/** The choices of the stage's own list, where it is one. */
function stageLabels({ setup, draft }: Picker): readonly string[] {
  const pane = paneOf(setup.view.document, draft);
  const found = pane && locate(pane, draft, 'stage').found;
  if (typeof found !== 'object' || found.localName !== 'select') return [];
  const texts = [...(found as HTMLSelectElement).options].map(({ text }) => oneLine(text));
  return texts.filter((text) => text !== '').slice(0, 50);
}

/** Where somebody who uses the keyboard is likely to want to start. */
export function firstCandidate(root: Document, draft: Draft): HTMLElement | undefined {
  const dialogs = queryAll(root, 'dialog[open], [role="dialog"], [role="alertdialog"]');
  const pane = dialogs.findLast(isVisible) ?? paneOf(root, draft);
  return pane && queryAll(pane, 'h1, h2, h3, h4, h5, h6, input, select').find(isVisible);
}
