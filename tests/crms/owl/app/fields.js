import { DATE, NUMBER, RELATED, TEXT } from './formats.js';
import { model, update } from './model.js';

const { Component, useEffect, useRef, xml } = owl;

/** An input whose text is put into its value, as Odoo does: nothing of it stands in an attribute. */
class InputField extends Component {
  static props = ['name'];

  setup() {
    this.input = useRef('input');
    this.model = owl.useState(model);
    useEffect(
      (text) => {
        this.input.el.value = text;
      },
      () => [this.kind.format(this.model.data[this.props.name]), this.model.loads],
    );
  }

  onInput() {
    this.model.dirty = true;
  }

  onChange() {
    const value = this.kind.parse(this.input.el.value);
    this.model.invalid = value === undefined ? this.props.name : '';
    if (value !== undefined) update({ [this.props.name]: value });
  }
}

class TextField extends InputField {
  static template = xml`
    <div><textarea class="o_input" rows="1" t-ref="input" t-on-input="onInput" t-on-change="onChange"/></div>`;
  kind = TEXT;
}

class MonetaryField extends InputField {
  static template = xml`
    <div class="text-nowrap d-inline-flex">
      <span class="o_input"><span>€ </span><span class="o_monetary_ghost_value" t-esc="kind.format(model.data[props.name])"/></span>
      <input class="o_input" type="text" autocomplete="off" t-ref="input" t-on-input="onInput" t-on-change="onChange"/>
    </div>`;
  kind = NUMBER;
}

class FloatField extends InputField {
  static template = xml`
    <input class="o_input" type="text" inputmode="decimal" autocomplete="off" t-ref="input" t-on-input="onInput" t-on-change="onChange"/>`;
  kind = NUMBER;
}

class DateField extends InputField {
  static template = xml`
    <div class="d-flex">
      <input class="o_input" type="text" autocomplete="off" t-att-data-field="props.name" t-ref="input" t-on-input="onInput" t-on-change="onChange"/>
    </div>`;
  kind = DATE;
}

class Many2OneField extends InputField {
  static template = xml`
    <div class="o_field_many2one_selection"><div class="o_input_dropdown"><div class="o-autocomplete dropdown">
      <input class="o-autocomplete--input o_input" type="text" role="combobox" autocomplete="off" t-ref="input" t-on-input="onInput" t-on-change="onChange"/>
    </div></div></div>`;
  kind = RELATED;
}

class StatusBarField extends Component {
  static props = ['name'];
  static template = xml`
    <div class="o_statusbar_status">
      <button t-foreach="model.stages" t-as="stage" t-key="stage.id" type="button" class="btn o_arrow_button" role="radio"
        t-att-class="{ o_arrow_button_current: stage.id === current }" t-att-data-value="stage.id"
        t-on-click="() => this.select(stage)" t-esc="stage.name"/>
    </div>`;

  setup() {
    this.model = owl.useState(model);
  }

  get current() {
    return this.model.data.stage_id?.[0];
  }

  select(stage) {
    update({ stage_id: [stage.id, stage.name] });
  }
}

const WIDGETS = {
  text: TextField,
  monetary: MonetaryField,
  float: FloatField,
  date: DateField,
  many2one: Many2OneField,
  statusbar: StatusBarField,
};

/** A field's frame, with the field in it. */
export class Field extends Component {
  static props = ['name', 'widget'];
  static template = xml`
    <div t-att-name="props.name" class="o_field_widget" t-att-class="classes"><t t-component="widget" name="props.name"/></div>`;

  setup() {
    this.model = owl.useState(model);
  }

  get widget() {
    return WIDGETS[this.props.widget];
  }

  get classes() {
    const { name, widget } = this.props;
    return { [`o_field_${widget}`]: true, o_field_invalid: this.model.invalid === name };
  }
}
