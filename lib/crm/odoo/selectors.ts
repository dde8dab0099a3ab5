import type { FieldSelectors } from '../adapter.ts';

/** Where things stand in Odoo's web client, versions 16 to 19. It is rendered by OWL, without shadow DOM. */

/** What is in front. Dialogs stand outside of it, and hold other records. */
export const ACTION_MANAGER = ['.o_action_manager'];

export const FORM_VIEW = '.o_action_manager .o_form_view';
/** The form of an opportunity or a lead says so. */
export const LEAD_FORM = 'o_lead_opportunity_form';
/** Fields that together stand on no form but an opportunity's, for one that was built anew. */
export const LEAD_FIELDS = ['expected_revenue', 'date_deadline'];
/** What stands over or beside a view, and holds other records. */
export const ASIDE = [
  '.o_dialog',
  '.modal',
  '.o_field_x2many',
  '.o_field_one2many',
  '.o_field_many2many',
  '.o-mail-Chatter',
  '.o_ChatterContainer',
  '.o-mail-Form-chatter',
];
/** The same, and lists of other records inside of a form: all of them use the same names. */
export const NESTED = [...ASIDE, '.o_list_renderer', '.o_kanban_renderer'];

/** The saved record's name, in front of which its path stands: 17 and later | 16. */
export const TITLE = ['.o_last_breadcrumb_item.active', '.breadcrumb-item.active'];
/** Shown while something is typed and not saved, and on a new record. */
export const DIRTY = ['.o_form_status_indicator_buttons:not(.invisible)'];
export const NEW_RECORD = ['.o_form_status_indicator_new_record'];
/** A form whose record the user may not write. */
export const READONLY_FORM = ['.o_form_readonly'];
export const SAVE_BAR = ['.o_form_status_indicator', '.o_control_panel'];

/** Odoo's own name of each field that a form can have. */
export const NAMES = {
  name: 'name',
  account: 'partner_id',
  owner: 'user_id',
  amount: 'expected_revenue',
  stage: 'stage_id',
  probability: 'probability',
  closeDate: 'date_deadline',
  pipeline: 'team_id',
} as const;

/** A field's frame, by its name. */
export const WIDGET = (name: string): string => `.o_field_widget[name="${name}"]`;
/** The statusbar's present stage, with the stage's id. */
export const PRESENT_STAGE = ['.o_arrow_button_current[data-value]'];
/** Where a widget is typed into. */
export const INPUTS = ['textarea', 'input'];
/** Beside an amount's input: what only holds its place. */
export const GHOST = '.o_monetary_ghost_value';
export const INVALID = 'o_field_invalid';

/** A list's rows and a board's cards. Their `data-id` counts what the client has loaded, and is no record's. */
export const LIST_ROWS = ['.o_action_manager .o_list_view .o_data_row'];
export const BOARD_CARDS = [
  '.o_action_manager .o_kanban_view .o_kanban_record:not(.o_kanban_ghost):not(.o_kanban_demo)',
];
/** Made-up records behind an empty list. */
export const SAMPLE = '.o_view_sample_data';
export const CELL = (name: string): string => `.o_data_cell[name="${name}"]`;
/** A card's name: with the field's own name | 16 and 17 | 18 and later. */
export const CARD_NAME = ['[name="name"]', '.o_kanban_record_title', '.fw-bold.fs-5'];

/** All of them by field, in full: the watch on every page carries what is put together when it is loaded. */
export const FIELD_SELECTORS: FieldSelectors = {
  name: {
    shown: ['.o_field_widget[name="name"]'],
    form: ['.o_field_widget[name="name"] textarea', '.o_field_widget[name="name"] input'],
  },
  account: {
    shown: ['.o_field_widget[name="partner_id"]'],
    form: [
      '.o_field_widget[name="partner_id"] textarea',
      '.o_field_widget[name="partner_id"] input',
    ],
  },
  owner: {
    shown: ['.o_field_widget[name="user_id"]'],
    form: ['.o_field_widget[name="user_id"] textarea', '.o_field_widget[name="user_id"] input'],
  },
  amount: {
    shown: ['.o_field_widget[name="expected_revenue"]'],
    form: [
      '.o_field_widget[name="expected_revenue"] textarea',
      '.o_field_widget[name="expected_revenue"] input',
    ],
  },
  probability: {
    shown: ['.o_field_widget[name="probability"]'],
    form: [
      '.o_field_widget[name="probability"] textarea',
      '.o_field_widget[name="probability"] input',
    ],
  },
  closeDate: {
    shown: ['.o_field_widget[name="date_deadline"]'],
    form: [
      '.o_field_widget[name="date_deadline"] textarea',
      '.o_field_widget[name="date_deadline"] input',
    ],
  },
  pipeline: {
    shown: ['.o_field_widget[name="team_id"]'],
    form: ['.o_field_widget[name="team_id"] textarea', '.o_field_widget[name="team_id"] input'],
  },
  stage: {
    shown: ['.o_field_widget[name="stage_id"] .o_arrow_button_current[data-value]'],
    form: ['.o_field_widget[name="stage_id"] .o_arrow_button_current[data-value]'],
  },
};
