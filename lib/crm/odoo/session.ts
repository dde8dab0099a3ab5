import { known, type Fact } from '../../core/fact.ts';
import type { CustomValue } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmUser } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { CARRIED } from './format.ts';
import { callKw, rpc } from './rpc.ts';
import { idOf, rowsOf } from './values.ts';

async function sessionInfo(access: Access): Promise<Row> {
  const info = await rpc(access, '/web/session/get_session_info', {});
  if (!isRow(info)) throw new CrmTrouble('refused');
  return info;
}

/** The user who is logged in. */
export async function user(access: Access): Promise<CrmUser> {
  const info = await sessionInfo(access);
  const [id, name] = [idOf(info.uid), lineOf(info.name)];
  if (id === undefined || name === undefined) throw new CrmTrouble('refused');
  return { id, name };
}

/** How Odoo writes for this user: the date format and the separators of the user's language, which an admin can change. */
export async function formatOf(access: Access): Promise<Record<string, Fact<CustomValue>>> {
  const info = await sessionInfo(access);
  const code = isRow(info.user_context) ? info.user_context.lang : undefined;
  if (typeof code !== 'string') return {};
  const [language] = rowsOf(
    await callKw(access, 'res.lang', 'search_read', [], {
      domain: [['code', '=', code]],
      fields: ['date_format', 'decimal_point', 'thousands_sep'],
      limit: 1,
    }),
  );
  if (!language) return {};
  const [date, decimal, group] = [
    language.date_format,
    language.decimal_point,
    language.thousands_sep,
  ].map((part) => (typeof part === 'string' ? part : ''));
  return { [CARRIED.format]: known([date ?? '', decimal ?? '', group ?? ''], 'api') };
}
