import type { Desk } from '../../../options/desk.ts';
import { useLook } from '../../../options/use-look.ts';

/** What a CRM is called: as Dealside or an admin's own definition calls it, or its id. */
export function useCrmNames({ view, actions }: Desk): (crm: string) => string {
  const { found } = useLook(actions.custom.look, view);
  const own = Object.fromEntries((found ?? []).map(({ id, name }) => [id, name]));
  return (crm) => nameIn(view.labels, crm) ?? nameIn(own, crm) ?? crm;
}

const nameIn = (names: Readonly<Record<string, string>>, crm: string): string | undefined =>
  Object.hasOwn(names, crm) ? names[crm] : undefined;
