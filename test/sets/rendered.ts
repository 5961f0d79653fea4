/** React in a window of happy-dom: components are rendered, and looked at as text. */
import { Window } from "happy-dom";
import type { FunctionComponent } from "react";

export interface Rendered {
  readonly text: () => string;
  /** Renders again and again until the text is this one. */
  readonly waitFor: (text: string) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

/** Renders a component. The global window is its own; `fetch` and what belongs to it stay those of Node. */
export async function render(component: FunctionComponent): Promise<Rendered> {
  const window = new Window();
  const globals = { window, document: window.document, navigator: window.navigator, IS_REACT_ACT_ENVIRONMENT: true };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  // They look for the window when they are loaded.
  const [{ act, createElement }, { createRoot }] = await Promise.all([import("react"), import("react-dom/client")]);
  const host = window.document.createElement("div");
  const root = createRoot(host);
  await act(async () => {
    root.render(createElement(component));
    await Promise.resolve();
  });
  const text = () => host.textContent;
  return {
    text,
    async waitFor(wanted) {
      for (let turn = 0; turn < 500 && text() !== wanted; turn++)
        await act(async () => {
          await new Promise((resolve) => setTimeout(resolve, 2));
        });
      if (text() !== wanted) throw new Error(`"${text()}" did not become "${wanted}"`);
    },
    async unmount() {
      await act(async () => {
        root.unmount();
        await Promise.resolve();
      });
    },
  };
}
