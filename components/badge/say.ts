import type { Badge } from '../../lib/messaging/protocol.ts';
import type { Words } from '../../lib/app/words.ts';
import { createFormat, type Format } from '../card/format.ts';
import { STANDING_KEYS } from '../card/labels.ts';
import { signalText } from '../card/signal-words.ts';

/** What a badge says, in words. */
export interface Saying {
  readonly t: Words;
  readonly fmt: Format;
}

/** Formats are dear to make: one for all badges of a day and a language. */
export function sayingOf(t: Words): (today: string) => Saying {
  let made: { readonly of: string; readonly saying: Saying } | undefined;
  return (today) => {
    // The language may be changed while the page is open.
    const locale = t('locale');
    const of = `${locale} ${today}`;
    if (made?.of !== of) made = { of, saying: { t, fmt: createFormat(locale, today, t) } };
    return made.saying;
  };
}

/** The standing; a deal that is over says how it was decided. */
export function standingLine({ standing, decided }: Badge, { t }: Saying): string {
  if (decided === 'won') return t('standing_won');
  if (decided === 'lost') return t('standing_lost');
  return t(STANDING_KEYS[standing]);
}

/** The open gates by name, as many as there is room for. */
export function openLine({ open, gates }: Badge, { t, fmt }: Saying): string | undefined {
  if (open === 0) return undefined;
  const names = gates.map((name) => fmt.text(name));
  const rest = open - names.length;
  const all = rest > 0 ? [...names, t('badge_more', rest)] : names;
  return t('badge_open', open, [fmt.list(all)]);
}

/** How many gates cannot be told. */
export const unsureLine = ({ unsure }: Badge, { t }: Saying): string | undefined =>
  unsure === 0 ? undefined : t('badge_unsure', unsure);

/** The worst signal's sentence, and how many others there are. */
export function signalLine(badge: Badge, { t, fmt }: Saying): string | undefined {
  const { signal, more, currency } = badge;
  if (!signal) return undefined;
  const text = signalText(signal, { t, fmt, currency });
  return more > 0 ? t('badge_signal_more', more, [text, more]) : text;
}

/** A parked deal says until when it sleeps. */
export const parkedLine = ({ parked }: Badge, { t, fmt }: Saying): string | undefined =>
  parked === undefined ? undefined : t('badge_parked', [fmt.date(parked)]);

/** True where there is nothing more to say of a deal than how it ended. */
const isOver = ({ decided }: Badge): boolean => decided !== undefined;

/** True where there are gates to speak of. */
const hasGates = (badge: Badge): boolean => !isOver(badge) && badge.standing !== 'none';

/** The lines of the explanation below the standing. */
export function linesOf(badge: Badge, saying: Saying) {
  const gated = hasGates(badge);
  return {
    parked: parkedLine(badge, saying),
    open: gated ? openLine(badge, saying) : undefined,
    unsure: gated ? unsureLine(badge, saying) : undefined,
    signal: isOver(badge) ? undefined : signalLine(badge, saying),
    rowOnly: badge.rowOnly ? saying.t('badge_row_only') : undefined,
  };
}

/** The badge in one line, for those who do not see it. */
export function labelOf(badge: Badge, saying: Saying): string {
  const said = [
    standingLine(badge, saying),
    parkedLine(badge, saying),
    hasGates(badge) ? openLine(badge, saying) : undefined,
    isOver(badge) ? undefined : signalLine(badge, saying),
  ];
  return saying.t('badge_label', [said.filter((text) => text !== undefined).join('. ')]);
}
