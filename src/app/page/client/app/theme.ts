import { NEW_COLOURS } from "../colours.ts";
import { stored } from "./stored.ts";

export const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const KEY = "theme";
const DARK = "(prefers-color-scheme: dark)";

/** Dark or light, as the reader has chosen; the system's own where nothing was. */
export const theme = stored<Theme>(kept());

function kept(): Theme {
  try {
    return themes.find((one) => one === localStorage.getItem(KEY)) ?? "system";
  } catch {
    return "system";
  }
}

function keep(chosen: Theme): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Where nothing may be kept, it holds until the page is left.
  }
}

/** Wears the theme now, and each that is chosen later. */
export function wearTheme(): void {
  wear();
  theme.subscribe(() => {
    keep(theme.get());
    wear();
  });
}

/** The rules of the dark look hold where the system is dark: here they are told to hold always, or never. */
function wear(): void {
  const chosen = theme.get();
  const media = { system: `screen and ${DARK}`, dark: "screen", light: "not all" }[chosen];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      if (!darkRules.has(rule) && !rule.media.mediaText.includes(DARK)) continue;
      darkRules.add(rule);
      rule.media.mediaText = media;
    }
  }
  dispatchEvent(new Event(NEW_COLOURS));
}

const darkRules = new WeakSet<CSSMediaRule>();
