import type { CardFault } from './card-model.ts';
import type { Session } from './card-session.ts';

/** The gravest fault of now, or null. `cutOff`: the extension is gone under the open page. */
export function faultOf(session: Session, cutOff: boolean): CardFault | null {
  const context = session.context();
  const trouble = session.trouble();
  if (cutOff || context?.recordsFault === 'updated') return { kind: 'updated' };
  if (context?.playbookFault) return { kind: 'playbook', fault: context.playbookFault };
  if (trouble.expired) return { kind: 'session' };
  if (trouble.page) return { kind: 'page' };
  if (context?.recordsFault) return { kind: 'records', fault: context.recordsFault };
  return trouble.crm ? { kind: 'crm', trouble: trouble.crm } : null;
}
