import { Field } from './fields.js';
import { formatDate, formatNumber } from './formats.js';
import { discard, model, move, open, openBoard, save, step } from './model.js';

const { Component, xml } = owl;

export class FormView extends Component {
  static props = [];
  static components = { Field };
  static template = xml`
    <div class="o_view_controller o_form_view o_lead_opportunity_form"><div class="o_form_view_container">
      <div class="o_control_panel">
        <div class="o_control_panel_breadcrumbs">
          <ol class="breadcrumb"><li class="breadcrumb-item o_back_button"><a href="/odoo/crm" t-on-click.prevent="openBoard">Pipeline</a></li></ol>
          <div class="o_last_breadcrumb_item active"><span class="text-truncate" t-esc="model.title"/></div>
          <div class="o_form_status_indicator"><div class="o_form_status_indicator_buttons" t-att-class="{ invisible: !model.dirty }">
            <button type="button" class="o_form_button_save" t-on-click="save">Save</button>
            <button type="button" class="o_form_button_cancel" t-on-click="discard">Discard</button>
          </div></div>
        </div>
        <nav class="o_pager">
          <button type="button" class="o_pager_previous" t-on-click="() => step(-1)">Previous</button>
          <button type="button" class="o_pager_next" t-on-click="() => step(1)">Next</button>
        </nav>
      </div>
      <div class="o_content"><div class="o_form_renderer o_form_editable">
        <div class="o_form_statusbar"><Field name="'stage_id'" widget="'statusbar'"/></div>
        <div class="o_form_sheet">
          <h1><Field name="'name'" widget="'text'"/></h1>
          <h2><Field name="'expected_revenue'" widget="'monetary'"/><Field name="'probability'" widget="'float'"/></h2>
          <Field name="'partner_id'" widget="'many2one'"/>
          <Field name="'user_id'" widget="'many2one'"/>
          <Field name="'team_id'" widget="'many2one'"/>
          <Field name="'date_deadline'" widget="'date'"/>
        </div>
      </div></div>
    </div></div>`;

  setup() {
    this.model = owl.useState(model);
    Object.assign(this, { discard, openBoard, save, step });
  }
}

export class KanbanView extends Component {
  static props = [];
  static template = xml`
    <div class="o_view_controller o_kanban_view"><div class="o_content"><div class="o_kanban_renderer o_kanban_grouped o_opportunity_kanban">
      <div t-foreach="model.stages" t-as="stage" t-key="stage.id" class="o_kanban_group" t-attf-data-id="datapoint_{{stage_index}}"
        t-on-dragover.prevent="() => {}" t-on-drop.prevent="(event) => this.drop(event, stage)">
        <div class="o_kanban_header"><span class="o_column_title" t-esc="stage.name"/></div>
        <article t-foreach="cardsOf(stage)" t-as="deal" t-key="deal.id" class="o_kanban_record o_draggable" draggable="true" tabindex="0"
          t-attf-data-id="datapoint_{{deal_index}}_{{stage.id}}" t-on-dragstart="(event) => this.drag(event, deal)" t-on-click="() => open(deal.id)">
          <span class="fw-bold fs-5" t-esc="deal.name"/>
          <div><div name="expected_revenue" class="o_field_widget o_field_monetary"><span>€ <t t-esc="formatNumber(deal.expected_revenue)"/></span></div></div>
        </article>
      </div>
    </div></div></div>`;

  setup() {
    this.model = owl.useState(model);
    Object.assign(this, { formatNumber, open });
  }

  cardsOf(stage) {
    return this.model.deals.filter((deal) => deal.stage_id[0] === stage.id);
  }

  drag(event, deal) {
    event.dataTransfer.setData('text/plain', String(deal.id));
  }

  drop(event, stage) {
    return move(Number(event.dataTransfer.getData('text/plain')), [stage.id, stage.name]);
  }
}

export class ListView extends Component {
  static props = [];
  static template = xml`
    <div class="o_view_controller o_list_view"><div class="o_content"><div class="o_list_renderer"><table class="o_list_table"><tbody>
      <tr t-foreach="model.deals" t-as="deal" t-key="deal.id" class="o_data_row" t-attf-data-id="datapoint_{{deal_index}}" t-on-click="() => open(deal.id)">
        <td class="o_data_cell" name="name" t-esc="deal.name"/>
        <td class="o_data_cell" name="partner_id" t-esc="deal.partner_id[1]"/>
        <td class="o_data_cell" name="expected_revenue">€ <t t-esc="formatNumber(deal.expected_revenue)"/></td>
        <td class="o_data_cell" name="date_deadline" t-esc="formatDate(deal.date_deadline)"/>
      </tr>
    </tbody></table></div></div></div>`;

  setup() {
    this.model = owl.useState(model);
    Object.assign(this, { formatDate, formatNumber, open });
  }
}
