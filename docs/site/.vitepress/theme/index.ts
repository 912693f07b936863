import DefaultTheme from "vitepress/theme";
import type { Theme } from "vitepress";
import Mermaid from "./Mermaid.vue";
import "./landfall.css";

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("Mermaid", Mermaid);
  },
};

export default theme;
