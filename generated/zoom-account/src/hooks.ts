export { type Hooks, hooks } from "./runtime/hooks.js";
