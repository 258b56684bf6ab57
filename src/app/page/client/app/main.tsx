import { render } from "preact";
import { App } from "./app.tsx";
import { watchForServer } from "./ask.ts";
import { listenForKeys } from "./keys.ts";
import { wearTheme } from "./theme.ts";

wearTheme();
watchForServer();
listenForKeys();

const root = document.getElementById("app");
if (root !== null) render(<App />, root);
