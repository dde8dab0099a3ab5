import { model, start } from './model.js';
import { FormView, KanbanView, ListView } from './views.js';

const { Component, mount, xml } = owl;

class WebClient extends Component {
  static props = [];
  static components = { FormView, KanbanView, ListView };
  static template = xml`
    <header class="o_navbar"><nav class="o_main_navbar">CRM</nav></header>
    <div class="o_action_manager">
      <FormView t-if="model.view === 'form'"/>
      <KanbanView t-if="model.view === 'kanban'"/>
      <ListView t-if="model.view === 'list'"/>
    </div>
    <div class="o-main-components-container"/>`;

  setup() {
    this.model = owl.useState(model);
  }
}

await mount(WebClient, document.body, { dev: false });
await start();
