import { useMemo, useState } from 'react';
import type { CardContext, CardProps } from './context.ts';
import { draftKey } from './drafts.ts';
import { ACT_FAULT_KEYS } from './fault-words.ts';
import { createFormat } from './format.ts';
import { settle } from './use-save.ts';

/** Before a deal is known; nothing can be written then. */
const NO_DEAL = '';

interface Carded {
  readonly context: CardContext;
  /** What the card says at its foot, about this deal. */
  readonly said: string;
  readonly dealKey: string;
}

/** Gathers what every part of the card needs. */
export function useCardContext(props: Required<Omit<CardProps, 'onDrawn'>>): Carded {
  const { view, actions, t, locale, drafts } = props;
  const ref = view.deal?.ref ?? view.assessment?.ref;
  const dealKey = ref ? draftKey(ref) : NO_DEAL;
  const fmt = useMemo(() => createFormat(locale, view.today, t), [locale, view.today, t]);
  const [said, setSaid] = useState({ dealKey, sentence: '' });
  // What is said belongs to the deal that it was said of, even when a save ends after another was opened.
  const say = (sentence: string): void => {
    setSaid({ dealKey, sentence });
  };
  const context: CardContext = {
    view,
    actions,
    t,
    fmt,
    say,
    playbook: view.playbook,
    deal: view.deal,
    today: view.today,
    crmLabel: view.crmLabel,
    drafts: drafts.of(dealKey),
    act: async (done, save) => {
      const result = await settle(save);
      say(result.ok ? done : t(ACT_FAULT_KEYS[result.fault]));
    },
  };
  return { context, dealKey, said: said.dealKey === dealKey ? said.sentence : '' };
}
