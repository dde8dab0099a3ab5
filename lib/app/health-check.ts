import type { Reading } from '../core/deal.ts';
import { FIELD_NAMES, type FieldName } from '../core/fields.ts';
import {
  checkPage,
  laterChecks,
  withoutMistrusted,
  type CheckedState,
  type FieldCheck,
} from '../core/self-check.ts';
import type { Adapter, PageReading } from '../crm/adapter.ts';
import { HOST_TAG } from './card-host.ts';

/** How long a page is looked at before its check is done, in milliseconds: pages fill themselves bit by bit. */
export const CHECK_MS = 2000;

/** One opening of a deal, and how far its page can be believed. */
export interface PageCheck {
  /** Compares the page as it is now, once as it is shown and once in a form. Cheap when that is done. */
  readonly look: (page: PageReading, saved: Reading | undefined) => void;
  /** The page without what is not to be believed: `mistrusted`, but for what agrees with the CRM just now. */
  readonly trust: (
    page: PageReading,
    saved: Reading | undefined,
    mistrusted: readonly FieldName[],
  ) => PageReading;
  /** True once something was typed outside of the fields that can be believed. */
  readonly touched: () => boolean;
  /** The CRM has saved: what was typed before stands there now. */
  readonly saved: () => void;
}

interface CheckWorld {
  readonly view: Window;
  readonly adapter: () => Adapter;
  readonly mistrusted: () => readonly FieldName[];
  readonly signal: AbortSignal;
  /** Takes what was found, once for the page and once for the form. */
  readonly report: (checks: readonly FieldCheck[]) => void;
}

interface Look {
  checks: readonly FieldCheck[];
  timer: number;
  done: boolean;
}

/** Begins to look at a deal's page. It ends with the signal, and what was not done by then is not reported. */
export function openCheck(world: CheckWorld): PageCheck {
  const { view, signal, report } = world;
  const looks: Partial<Record<CheckedState, Look>> = {};
  let touched = false;
  let typed = false;
  const finish = (look: Look): void => {
    if (look.done) return;
    look.done = true;
    view.clearTimeout(look.timer);
    if (look.checks.length > 0 && !signal.aborted) report(look.checks);
  };
  const begin = (): Look => {
    const look: Look = { checks: [], timer: 0, done: false };
    look.timer = view.setTimeout(() => {
      finish(look);
    }, CHECK_MS);
    return look;
  };
  const onInput = ({ target }: Event): void => {
    const element = target as Element;
    if (element.localName === HOST_TAG) return;
    typed = true;
    touched ||= world.mistrusted().length > 0 && isElsewhere(element, world);
    const { form } = looks;
    if (!form || form.done) return;
    // From now on a form tells nothing new; and what it did not show yet, it might have shown later.
    form.checks = form.checks.filter(({ result }) => result === 'agrees');
    finish(form);
  };
  view.document.addEventListener('input', onInput, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    for (const look of Object.values(looks)) view.clearTimeout(look.timer);
  });
  const agrees = (field: FieldName, state: CheckedState): boolean =>
    looks[state]?.checks.some(
      (check) => check.field === field && check.state === state && check.result === 'agrees',
    ) === true;
  return {
    look: (page, saved) => {
      if (looks[page.state] === undefined && page.state === 'form' && typed) return;
      const look = (looks[page.state] ??= begin());
      if (look.done) return;
      look.checks = laterChecks(look.checks, checkPage(page, saved, world.adapter().selectors));
    },
    trust: (page, saved, mistrusted) => {
      const fields = new Set(mistrusted.filter((field) => !agrees(field, page.state)));
      return withoutMistrusted(page, saved, { fields, touched });
    },
    touched: () => touched,
    saved: () => {
      touched = false;
      typed = false;
    },
  };
}

/** True for an element that belongs to none of the fields that can be believed. */
function isElsewhere(element: Element, { view, adapter, mistrusted }: CheckWorld): boolean {
  const off = new Set(mistrusted());
  return !FIELD_NAMES.some((field) => {
    if (off.has(field)) return false;
    try {
      return adapter().fieldElement(view.document, field)?.contains(element) === true;
    } catch {
      return false;
    }
  });
}
