import { useStored } from "../stored.ts";
import { theme, themes } from "../theme.ts";

const MARKS = { system: "◐", light: "☀", dark: "☾" } as const;

/** Goes through the looks: the system's own, light, dark. */
export function ThemeButton() {
  const chosen = useStored(theme);
  const next = themes[(themes.indexOf(chosen) + 1) % themes.length] ?? "system";
  return (
    <button
      type="button"
      class="theme-button"
      title={`Look: ${chosen}`}
      aria-label={`Look: ${chosen}. Change to ${next}`}
      onClick={() => theme.set(next)}
    >
      {MARKS[chosen]}
    </button>
  );
}
